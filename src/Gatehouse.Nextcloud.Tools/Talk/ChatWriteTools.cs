using System.ComponentModel;
using Gatehouse.Nextcloud.Talk;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Writes messages, reactions and polls.</summary>
[McpServerToolType]
[RequiresScope(TalkApp.Write)]
internal sealed class ChatWriteTools(ChatClient chat, PersonZones zones, FileGuard guard)
{
    private const int MaxEmojiLength = 32;
    private const int MaxOptions = 100;

    [McpServerTool(
        Name = "send_chat_message",
        Title = "Send a chat message",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST /ocs/v2.php/apps/spreed/api/v1/chat/{token}", When = "without options")]
    [Upstream("POST /ocs/v2.php/apps/spreed/api/v1/poll/{token}", When = "with options")]
    [Description("Writes into a Talk conversation as the person, or asks it to vote.")]
    public async Task<ChatSent> SendAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Its token.")] string conversation,
        [Description("Markdown; mention people as @userid.")] string text,
        [Description("The message it answers.")] long? replyTo = null,
        [Description("Notify nobody.")] bool silent = false,
        [Description("Makes it a poll with these answers.")] string[]? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var token = TalkArguments.Conversation(conversation);
        TalkArguments.Message(text);
        if (options is not null && (replyTo is not null || silent))
            throw Arguments.Bad("options", "A poll answers no message and is never silent.");
        if (options is not null)
            return new(Poll: await PollAsync(account, token, text, options, cancellationToken));

        var zone = await zones.OfAsync(account, cancellationToken);
        var visible = await guard.FindAsync(account, cancellationToken);
        var sent = await chat.SendAsync(account, token, text, replyTo, silent, cancellationToken);
        return new(ChatItem.Of(zone, visible, sent));
    }

    [McpServerTool(
        Name = "set_reaction",
        Title = "React to a message",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST /ocs/v2.php/apps/spreed/api/v1/reaction/{token}/{id}", When = "when the reaction is given")]
    [Upstream("DELETE /ocs/v2.php/apps/spreed/api/v1/reaction/{token}/{id}", When = "when it is taken back")]
    [Description("Gives or takes back a reaction to a Talk message.")]
    public async Task<ReactionList> ReactAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Its token.")] string conversation,
        [Description("Message id.")] long message,
        [Description("One emoji.")] string emoji,
        [Description("False takes it back.")] bool on = true,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var token = TalkArguments.Conversation(conversation);
        if (Arguments.NotEmpty("emoji", emoji).Length > MaxEmojiLength)
            throw Arguments.Bad("emoji", "It must be one emoji.");

        var reactions = on
            ? await chat.ReactAsync(account, token, message, emoji, cancellationToken)
            : await chat.TakeBackAsync(account, token, message, emoji, cancellationToken);
        return ReactionList.Of(reactions);
    }

    private async Task<PollItem> PollAsync(
        NextcloudAccount account,
        ConversationToken token,
        string question,
        string[] options,
        CancellationToken cancellationToken
    )
    {
        Arguments.Between("options", options.Length, 2, MaxOptions);
        var poll = await chat.CreatePollAsync(account, token, new(question, [.. options]), cancellationToken);
        return new(poll.Id, poll.Question, poll.Options);
    }
}
