namespace Gatehouse.Nextcloud.Tools.Files.Trash;

/// <summary>What was restored.</summary>
internal sealed record FileRestored(string Restored, string? Path = null);
