using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Files.Comments;

/// <summary>A comment.</summary>
internal sealed record CommentItem(
    long Id,
    string Message,
    [property: Description("User id.")] string Author,
    string AuthorName,
    string? Created = null,
    bool? Unread = null
);
