using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>A page of a folder or of what a search found.</summary>
internal sealed record FolderList(
    IReadOnlyList<FileItem> Items,
    [property: Description("How many there are in all, when Nextcloud says it.")] int? Total = null,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
