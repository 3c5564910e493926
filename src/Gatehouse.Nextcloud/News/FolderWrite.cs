namespace Gatehouse.Nextcloud.News;

/// <summary>A name of a folder.</summary>
internal sealed record FolderWrite(string Name);
