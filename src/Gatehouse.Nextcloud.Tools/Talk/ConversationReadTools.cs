using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Talk;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Tools.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Finds conversations and who is in them.</summary>
[McpServerToolType]
[RequiresScope(TalkApp.Read)]
internal sealed class ConversationReadTools(ConversationsClient conversations, PersonZones zones)
{
    private const int MaxLimit = 200;

    [McpServerTool(
        Name = "list_conversations",
        Title = "List conversations",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/spreed/api/v4/room")]
    [Description("Talk conversations, latest activity first, with unread counts.")]
    public async Task<ConversationList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Part of the name.")] string? query = null,
        [Description("Unread.")] bool unread = false,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.Between("limit", limit, 1, MaxLimit);
        var after = OpaqueCursor.Decode("list_conversations", cursor);
        var zone = await zones.OfAsync(account, cancellationToken);
        var all = await conversations.ListAsync(account, cancellationToken);
        // Talk has no pages; a place in the order survives what happens between two of ours.
        var page = all.Where(c => query is null || c.Name.Contains(query, StringComparison.OrdinalIgnoreCase))
            .Where(c => !unread || c.UnreadMessages > 0)
            .OrderByDescending(PlaceOf, StringComparer.Ordinal)
            .SkipWhile(c => after is not null && string.CompareOrdinal(PlaceOf(c), after) >= 0)
            .Take(limit + 1)
            .ToList();
        return new(
            [.. page.Take(limit).Select(c => ConversationItem.Of(account.Cloud, zone, c))],
            page.Count > limit ? OpaqueCursor.Encode("list_conversations", PlaceOf(page[limit - 1])) : null
        );
    }

    [McpServerTool(
        Name = "list_participants",
        Title = "List participants",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/spreed/api/v4/room/{token}/participants")]
    [Description("Who is in a Talk conversation.")]
    public async Task<ParticipantList> ParticipantsAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Its token.")] string conversation,
        [Description("1 to 200.")] int limit = 100,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var token = TalkArguments.Conversation(conversation);
        Arguments.Between("limit", limit, 1, MaxLimit);
        var offset = PageOffset.Decode("list_participants", cursor);
        var all = await conversations.ParticipantsAsync(account, token, cancellationToken);
        return new(
            [.. all.Skip(offset).Take(limit).Select(ParticipantItem.Of)],
            PageOffset.Encode("list_participants", offset + limit, all.Count)
        );
    }

    private static string PlaceOf(Conversation conversation) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{conversation.LastActivity.ToUnixTimeSeconds():D12}/{conversation.Token}"
        );
}
