namespace Gatehouse.Nextcloud.Talk;

/// <summary>A conversation as one person sees it.</summary>
/// <param name="Token">What it is addressed by.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name for this person; between two people the other's name.</param>
/// <param name="Description">What it is about; may be empty.</param>
/// <param name="UnreadMessages">How many messages the person has not read.</param>
/// <param name="IsMentioned">The person is mentioned in what is unread.</param>
/// <param name="IsFavorite">Marked as a favorite.</param>
/// <param name="IsArchived">Put away.</param>
/// <param name="IsReadOnly">Nobody can write.</param>
/// <param name="LastActivity">When something happened last, to the second.</param>
/// <param name="LastReadMessage">The id of the last message the person has read.</param>
/// <param name="LastMessage">The last message; null when there is none.</param>
public sealed record Conversation(
    ConversationToken Token,
    ConversationKind Kind,
    string Name,
    string Description,
    int UnreadMessages,
    bool IsMentioned,
    bool IsFavorite,
    bool IsArchived,
    bool IsReadOnly,
    DateTimeOffset LastActivity,
    long LastReadMessage,
    ChatMessage? LastMessage
)
{
    /// <summary>The path of the conversation's page below the cloud's base.</summary>
    public string WebPath => WebPathOf(Token);

    /// <summary>The path of a conversation's page below the cloud's base.</summary>
    public static string WebPathOf(ConversationToken token) => $"/index.php/call/{token}";
}
