using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Talk;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Tools.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Reads messages.</summary>
[McpServerToolType]
[RequiresScope(TalkApp.Read)]
internal sealed class ChatReadTools(ChatClient chat, PersonZones zones, FileGuard guard)
{
    private const int MaxLimit = 200;
    private const int MaxWait = 25;

    [McpServerTool(
        Name = "read_chat",
        Title = "Read a conversation",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/spreed/api/v1/chat/{token}")]
    [Description("Messages of a Talk conversation: the newest, or those after one. Marks nothing as read.")]
    public async Task<ChatPage> ReadAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Its token.")] string conversation,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer: older ones.")] string? cursor = null,
        [Description("Message id: only newer ones.")] long? after = null,
        [Description("Seconds to wait for those, up to 25.")] int wait = 0,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var token = TalkArguments.Conversation(conversation);
        Arguments.Between("limit", limit, 1, MaxLimit);
        Arguments.Between("wait", wait, 0, MaxWait);
        if (after is not null && cursor is not null)
            throw Arguments.Bad("after", "It looks forward and cursor back: give one of them.");
        if (after is null && wait > 0)
            throw Arguments.Bad("wait", "It needs after: the id of the last message that is known.");

        var zone = await zones.OfAsync(account, cancellationToken);
        var visible = await guard.FindAsync(account, cancellationToken);
        var page = after is { } known
            ? await chat.WaitAsync(account, token, known, TimeSpan.FromSeconds(wait), limit, cancellationToken)
            : await chat.ReadAsync(account, token, Before(cursor), limit, cancellationToken);
        // A page that is not full ends the way back.
        var older =
            after is null && page.Messages.Count >= limit ? page.Edge?.ToString(CultureInfo.InvariantCulture) : null;
        return new(
            [.. page.Messages.Select(m => ChatItem.Of(zone, visible, m))],
            account.Cloud.Link(Conversation.WebPathOf(token)),
            OpaqueCursor.Encode("read_chat", older)
        );
    }

    private static long? Before(string? cursor) =>
        OpaqueCursor.Decode("read_chat", cursor) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw Arguments.Bad("cursor", "Pass nextCursor of the last answer unchanged.");
}
