namespace Gatehouse.Nextcloud.News;

/// <summary>The list of folders, and what making one answers: the one folder.</summary>
internal sealed record FoldersData(FolderData[]? Folders);
