namespace Gatehouse.Nextcloud.Files;

/// <summary>A page of what is in a folder.</summary>
/// <param name="Entries">The entries of this page, without the folder itself.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
/// <param name="Total">How many entries the folder has; null when the cloud did not say.</param>
/// <param name="Folder">The folder itself; only with the first page.</param>
public sealed record FolderPage(IReadOnlyList<FileEntry> Entries, FolderCursor? Next, int? Total, FileEntry? Folder);
