namespace Gatehouse.Nextcloud.Tools.Tasks;

/// <summary>A task that was deleted.</summary>
internal sealed record TaskDeleted(string Id);
