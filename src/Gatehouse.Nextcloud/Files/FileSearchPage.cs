namespace Gatehouse.Nextcloud.Files;

/// <summary>What a search found, newest first.</summary>
/// <param name="Entries">Files and folders.</param>
/// <param name="NextOffset">The offset of the next page; null when this one was not full.</param>
public sealed record FileSearchPage(IReadOnlyList<FileEntry> Entries, int? NextOffset);
