using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Files.Comments;

/// <summary>A comment on a file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Message">What it says; people are mentioned as <c>@bob</c>, or <c>@"Bob B"</c>.</param>
/// <param name="Author">The user id of who wrote it.</param>
/// <param name="AuthorName">The name of who wrote it, for people.</param>
/// <param name="Created">When it was written; null when not said.</param>
/// <param name="IsUnread">The person has not seen it yet.</param>
/// <param name="Mentions">The user ids of those it mentions.</param>
public sealed record FileComment(
    long Id,
    string Message,
    string Author,
    string AuthorName,
    DateTimeOffset? Created,
    bool IsUnread,
    ImmutableArray<string> Mentions
);
