using System.ComponentModel;
using Gatehouse.Nextcloud.Talk;
using Gatehouse.Nextcloud.Texts;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>A conversation.</summary>
internal sealed record ConversationItem(
    [property: Description("Its token: what the other tools ask for.")] string Conversation,
    string Name,
    [property: Description("one_to_one, group, public, note_to_self, news or former_one_to_one.")] string Kind,
    [property: Description("How many messages the person has not read.")] int Unread,
    [property: Description("The person is mentioned in what is unread.")] bool Mentioned,
    bool Favorite,
    bool Archived,
    [property: Description("Nobody can write.")] bool ReadOnly,
    string LastActivity,
    [property: Description("The conversation's page, for the person.")] string Link,
    [property: Description("The beginning of the last message, with its author.")] string? LastMessage = null,
    string? Description = null
)
{
    private const int MaxLastMessage = 200;

    public static ConversationItem Of(CloudAddress cloud, PersonZone zone, Conversation conversation) =>
        new(
            conversation.Token.ToString(),
            conversation.Name,
            KindOf(conversation.Kind),
            conversation.UnreadMessages,
            conversation.IsMentioned,
            conversation.IsFavorite,
            conversation.IsArchived,
            conversation.IsReadOnly,
            zone.Write(conversation.LastActivity),
            cloud.Link(conversation.WebPath),
            conversation.LastMessage is { } last ? ExcerptOf(last) : null,
            conversation.Description.Length > 0 ? conversation.Description : null
        );

    private static string KindOf(ConversationKind kind) =>
        kind switch
        {
            ConversationKind.OneToOne => "one_to_one",
            ConversationKind.Group => "group",
            ConversationKind.Public => "public",
            ConversationKind.Changelog => "news",
            ConversationKind.FormerOneToOne => "former_one_to_one",
            ConversationKind.NoteToSelf => "note_to_self",
            _ => "unknown",
        };

    private static string ExcerptOf(ChatMessage message)
    {
        var text = message.IsSystem ? message.Text : $"{message.Author.Name}: {message.Text}";
        return Beginning.Of(text, MaxLastMessage, " …");
    }
}
