using System.ComponentModel;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Talk;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Source = Gatehouse.Nextcloud.Talk.ParticipantSource;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Makes conversations, adds people, marks as read.</summary>
[McpServerToolType]
[RequiresScope(TalkApp.Write)]
internal sealed class ConversationWriteTools(ConversationsClient conversations, PersonZones zones)
{
    private const int MostPeople = 50;

    [McpServerTool(
        Name = "create_conversation",
        Title = "Create a conversation",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST /ocs/v2.php/apps/spreed/api/v4/room")]
    [Upstream(
        "POST /ocs/v2.php/apps/spreed/api/v4/room/{token}/participants",
        Most = MostPeople,
        When = "for each person of a group conversation"
    )]
    [Description("Creates a Talk group; with one person and no name, opens the private conversation.")]
    public async Task<ConversationCreated> CreateAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("User ids.")] string[] people,
        [Description("Name.")] string? name = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.Between("people", people.Length, 0, MostPeople);
        if (name is null && people is [var other])
        {
            var draft = new ConversationDraft(ConversationKind.OneToOne, Invite: Arguments.NotEmpty("people", other));
            return await CreatedAsync(account, draft, [], cancellationToken);
        }

        return string.IsNullOrWhiteSpace(name)
            ? throw Arguments.Bad("name", "A conversation that is not between two people needs one.")
            : await CreatedAsync(account, new(ConversationKind.Group, name), people, cancellationToken);
    }

    [McpServerTool(
        Name = "add_participants",
        Title = "Add participants",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST /ocs/v2.php/apps/spreed/api/v4/room/{token}/participants", Most = MostPeople)]
    [Description("Adds people to a Talk conversation; emails invites guests.")]
    public async Task<ParticipantsAdded> AddAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Its token.")] string conversation,
        [Description("Of people.")] string[] ids,
        [Description("What the ids are.")] ParticipantSource source = ParticipantSource.Users,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var token = TalkArguments.Conversation(conversation);
        Arguments.Between("ids", ids.Length, 1, MostPeople);
        var (added, notAdded) = await AddEachAsync(account, token, SourceOf(source), ids, cancellationToken);
        return new(conversation, added, notAdded);
    }

    [McpServerTool(
        Name = "mark_chat_read",
        Title = "Mark a conversation as read",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST /ocs/v2.php/apps/spreed/api/v1/chat/{token}/read")]
    [Description("Marks a Talk conversation as read.")]
    public async Task<ChatRead> MarkReadAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Its token.")] string conversation,
        [Description("Up to this id; left away: all.")] long? message = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var token = TalkArguments.Conversation(conversation);
        await conversations.MarkReadAsync(account, token, message, cancellationToken);
        return new(conversation);
    }

    private async Task<ConversationCreated> CreatedAsync(
        NextcloudAccount account,
        ConversationDraft draft,
        string[] people,
        CancellationToken cancellationToken
    )
    {
        var zone = await zones.OfAsync(account, cancellationToken);
        var made = await conversations.CreateAsync(account, draft, cancellationToken);
        var (added, notAdded) = await AddEachAsync(account, made.Token, Source.Users, people, cancellationToken);
        return new(ConversationItem.Of(account.Cloud, zone, made), added, notAdded);
    }

    /// <summary>One after the other; somebody who cannot be added does not keep out the rest.</summary>
    private async Task<(List<string> Added, List<NotAdded> NotAdded)> AddEachAsync(
        NextcloudAccount account,
        ConversationToken token,
        Source source,
        string[] ids,
        CancellationToken cancellationToken
    )
    {
        List<string> added = [];
        List<NotAdded> notAdded = [];
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            try
            {
                await conversations.AddAsync(account, token, source, id, cancellationToken);
                added.Add(id);
            }
            catch (NextcloudException exception)
                when (exception.Kind
                        is NextcloudErrorKind.NotFound
                            or NextcloudErrorKind.Refused
                            or NextcloudErrorKind.Forbidden
                )
            {
                notAdded.Add(new(id, exception.Error.Cause ?? exception.Error.Summary));
            }
        }

        return (added, notAdded);
    }

    private static Source SourceOf(ParticipantSource source) =>
        source switch
        {
            ParticipantSource.Groups => Source.Groups,
            ParticipantSource.Circles => Source.Circles,
            ParticipantSource.Emails => Source.Emails,
            ParticipantSource.FederatedUsers => Source.FederatedUsers,
            _ => Source.Users,
        };
}
