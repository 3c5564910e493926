using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>
/// The messages of Talk's conversations, API v1. Reading moves no read marker, sets nobody online and leaves notifications. All methods throw
/// <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class ChatClient(NextcloudTransport transport)
{
    /// <summary>The longest message Talk takes, in characters.</summary>
    public const int MaxMessageLength = 32_000;

    /// <summary>The longest wait: Talk allows 30 s, and a call of ours must end before its own time-out.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(25);

    private const string ChatPath = "/ocs/v2.php/apps/spreed/api/v1/chat/";
    private const string ReactionPath = "/ocs/v2.php/apps/spreed/api/v1/reaction/";
    private const string PollPath = "/ocs/v2.php/apps/spreed/api/v1/poll/";
    private const string Quietly = "&setReadMarker=0&noStatusUpdate=1&markNotificationsAsRead=0";

    /// <summary>
    /// The newest messages, or those before <paramref name="before"/>. System messages count towards <paramref name="limit"/> (1 to 200).
    /// </summary>
    public Task<MessagesPage> ReadAsync(
        NextcloudAccount account,
        ConversationToken token,
        long? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"?lookIntoFuture=0&limit={Math.Clamp(limit, 1, 200)}{Quietly}"
        );
        if (before is { } id)
            query += string.Create(CultureInfo.InvariantCulture, $"&lastKnownMessageId={id}");
        return PageAsync(account, token, query, isNewestFirst: true, cancellationToken);
    }

    /// <summary>
    /// Messages after <paramref name="after"/>. When there are none it waits for some, at most <paramref name="wait"/> (up to
    /// <see cref="MaxWait"/>), and gives an empty page when none came.
    /// </summary>
    public Task<MessagesPage> WaitAsync(
        NextcloudAccount account,
        ConversationToken token,
        long after,
        TimeSpan wait,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var seconds = (int)Math.Clamp(wait.TotalSeconds, 0, MaxWait.TotalSeconds);
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"?lookIntoFuture=1&limit={Math.Clamp(limit, 1, 200)}{Quietly}&timeout={seconds}&lastKnownMessageId={after}"
        );
        return PageAsync(account, token, query, isNewestFirst: false, cancellationToken);
    }

    /// <summary>Writes a message (Markdown, mentions as <c>@userid</c>), on its own or as an answer; a silent one notifies nobody.</summary>
    public Task<ChatMessage> SendAsync(
        NextcloudAccount account,
        ConversationToken token,
        string text,
        long? replyTo,
        bool isSilent,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            OcsCall.Send(
                HttpMethod.Post,
                ChatPath + token,
                $"Writing into the conversation {token}",
                new(text, replyTo, isSilent ? true : null),
                TalkJson.Default.MessageWrite
            ),
            cancellationToken
        );

    /// <summary>Changes a message of one's own. What Talk says about it comes back; its <see cref="ChatMessage.ReplyTo"/> is the message now.</summary>
    public Task<ChatMessage> EditAsync(
        NextcloudAccount account,
        ConversationToken token,
        long message,
        string text,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            OcsCall.Send(
                HttpMethod.Put,
                PathOf(ChatPath, token, message),
                $"Changing message {message}",
                new(text),
                TalkJson.Default.MessageWrite
            ),
            cancellationToken
        );

    /// <summary>Deletes a message for everybody; that there was one stays visible.</summary>
    public Task<ChatMessage> DeleteAsync(
        NextcloudAccount account,
        ConversationToken token,
        long message,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            OcsCall.Get(PathOf(ChatPath, token, message), $"Deleting message {message}") with
            {
                Method = HttpMethod.Delete,
            },
            cancellationToken
        );

    /// <summary>Who gave which emoji to a message.</summary>
    public Task<ImmutableArray<Reaction>> ReactionsAsync(
        NextcloudAccount account,
        ConversationToken token,
        long message,
        CancellationToken cancellationToken
    ) =>
        ReactionsAsync(
            account,
            OcsCall.Get(PathOf(ReactionPath, token, message), $"Reading the reactions to message {message}"),
            cancellationToken
        );

    /// <summary>Gives an emoji to a message; giving it again changes nothing. All reactions to the message come back.</summary>
    public Task<ImmutableArray<Reaction>> ReactAsync(
        NextcloudAccount account,
        ConversationToken token,
        long message,
        string emoji,
        CancellationToken cancellationToken
    ) =>
        ReactionsAsync(
            account,
            OcsCall.Send(
                HttpMethod.Post,
                PathOf(ReactionPath, token, message),
                $"Reacting to message {message}",
                new(emoji),
                TalkJson.Default.ReactionWrite
            ),
            cancellationToken
        );

    /// <summary>Takes one's own emoji back. All reactions to the message come back.</summary>
    public Task<ImmutableArray<Reaction>> TakeBackAsync(
        NextcloudAccount account,
        ConversationToken token,
        long message,
        string emoji,
        CancellationToken cancellationToken
    )
    {
        var path = $"{PathOf(ReactionPath, token, message)}?reaction={Uri.EscapeDataString(emoji)}";
        return ReactionsAsync(
            account,
            OcsCall.Get(path, $"Taking back the reaction to message {message}") with
            {
                Method = HttpMethod.Delete,
            },
            cancellationToken
        );
    }

    /// <summary>Asks everybody in a conversation to choose.</summary>
    public async Task<Poll> CreatePollAsync(
        NextcloudAccount account,
        ConversationToken token,
        PollDraft draft,
        CancellationToken cancellationToken
    )
    {
        var request = OcsCall.Send(
            HttpMethod.Post,
            PollPath + token,
            $"Making a poll in the conversation {token}",
            new(draft.Question, [.. draft.Options], draft.IsHidden ? 1 : 0, draft.MaxVotes),
            TalkJson.Default.PollWrite
        );
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var poll = OcsCall.DataOf(request, answer, TalkJson.Default.OcsEnvelopePollData);
        return new(poll.Id, poll.Question ?? "", [.. poll.Options ?? []], poll.MaxVotes);
    }

    private static string PathOf(string of, ConversationToken token, long message) =>
        string.Create(CultureInfo.InvariantCulture, $"{of}{token}/{message}");

    private async Task<MessagesPage> PageAsync(
        NextcloudAccount account,
        ConversationToken token,
        string query,
        bool isNewestFirst,
        CancellationToken cancellationToken
    )
    {
        var request = OcsCall.Get(ChatPath + token + query, $"Reading the conversation {token}");
        var answer = await transport.SendAsync(account.Login, request, cancellationToken);
        if (answer.Status == HttpStatusCode.NotModified)
            return new([], Edge: null);
        if (!answer.IsSuccess)
            throw new NextcloudException(ErrorReader.Read(account.Cloud, request, answer));

        var messages = OcsCall
            .DataOf(request, answer, TalkJson.Default.OcsEnvelopeMessageDataArray)
            .Select(TalkReader.Read);
        var edge = long.TryParse(
            answer.Header("X-Chat-Last-Given"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var given
        )
            ? given
            : (long?)null;
        return new([.. isNewestFirst ? messages.Reverse() : messages], edge);
    }

    private async Task<ChatMessage> CallAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return TalkReader.Read(OcsCall.DataOf(request, answer, TalkJson.Default.OcsEnvelopeMessageData));
    }

    private async Task<ImmutableArray<Reaction>> ReactionsAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return TalkReader.Reactions(
            JsonAnswer.Read(request, answer, TalkJson.Default.OcsEnvelopeNullableJsonElement).Ocs?.Data
        );
    }
}
