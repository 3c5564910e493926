namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>A view of a table.</summary>
internal sealed record ViewName(long Id, string Title);
