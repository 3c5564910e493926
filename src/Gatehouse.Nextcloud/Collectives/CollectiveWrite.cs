namespace Gatehouse.Nextcloud.Collectives;

/// <summary>A collective that is to be made.</summary>
internal sealed record CollectiveWrite(string Name, string? Emoji);
