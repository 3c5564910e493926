using System.ComponentModel;
using Gatehouse.Nextcloud.Tools.Files.Comments;
using Gatehouse.Nextcloud.Tools.Files.Versions;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>A file or folder with what Nextcloud shows beside it.</summary>
internal sealed record FileDetails(
    FileItem File,
    [property: Description("Newest first.")] IReadOnlyList<CommentItem> Comments,
    [property: Description("What the file was before, newest first.")] IReadOnlyList<VersionItem> Versions
);
