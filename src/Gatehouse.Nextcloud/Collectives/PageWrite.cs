namespace Gatehouse.Nextcloud.Collectives;

/// <summary>A page as it is made, renamed, moved or copied: what is null stays.</summary>
internal sealed record PageWrite(string? Title, long? ParentId = null, int? Index = null, bool? Copy = null);
