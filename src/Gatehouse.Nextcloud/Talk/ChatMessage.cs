using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>A message of a conversation.</summary>
/// <param name="Id">Its id; later messages have larger ones, in all conversations.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Time">When, to the second.</param>
/// <param name="Text">Its text with names in the places of mentions and files; Markdown where people wrote it.</param>
/// <param name="SystemMessage">What Talk tells, e.g. <c>user_added</c>; empty for what people wrote.</param>
/// <param name="IsDeleted">It was deleted, and the text says so.</param>
/// <param name="Edited">When it was changed last; null when never.</param>
/// <param name="Thread">The id of the first message of its thread.</param>
/// <param name="ReplyTo">What it answers; null for nothing.</param>
/// <param name="Reactions">Emojis and how many people gave them.</param>
/// <param name="OwnReactions">The emojis this person gave.</param>
/// <param name="Files">Files that were shared with it.</param>
public sealed record ChatMessage(
    long Id,
    ChatActor Author,
    DateTimeOffset Time,
    string Text,
    string SystemMessage,
    bool IsDeleted,
    DateTimeOffset? Edited,
    long Thread,
    QuotedMessage? ReplyTo,
    ImmutableSortedDictionary<string, int> Reactions,
    ImmutableArray<string> OwnReactions,
    ImmutableArray<ChatFile> Files
)
{
    /// <summary>Talk says what happened; nobody wrote it.</summary>
    public bool IsSystem => SystemMessage.Length > 0;
}
