using System.Globalization;
using System.Text;
using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>
/// Messages of the Mail app. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class MessagesClient(NextcloudTransport transport)
{
    private const string Ocs = "/ocs/v2.php/apps/mail/message/";
    private const int MaxLimit = 100;

    /// <summary>Messages of a mailbox, newest first.</summary>
    public async Task<MailPage> ListAsync(
        NextcloudAccount account,
        MailQuery query,
        CancellationToken cancellationToken
    )
    {
        var limit = Math.Clamp(query.Limit, 1, MaxLimit);
        var request = MailCall.Of(HttpMethod.Get, "messages" + QueryOf(query, limit), "Listing mail");
        var answer = await MailCall.SendAsync(transport, account, request, cancellationToken);
        var data = Flat(request, answer);
        var seen = query.Cursor?.Seen ?? [];
        var messages = data.Where(m => !seen.Contains(m.DatabaseId)).Select(Convert).ToList();
        return new(messages, Next(data, limit, query.Cursor));
    }

    /// <summary>One message with its text.</summary>
    public async Task<MailMessage> GetAsync(NextcloudAccount account, long id, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{Ocs}{id}");
        var request = OcsCall.Get(path, $"Reading mail {id}");
        var answer = await MailCall.SendAsync(transport, account, request, cancellationToken);
        return Convert(OcsCall.DataOf(request, answer, MailJson.Default.OcsEnvelopeFullMessageData));
    }

    /// <summary>One message as it came over the wire (RFC 5322).</summary>
    public async Task<string> GetSourceAsync(NextcloudAccount account, long id, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{Ocs}{id}/raw");
        var request = OcsCall.Get(path, $"Reading the source of mail {id}");
        var answer = await MailCall.SendAsync(transport, account, request, cancellationToken);
        return OcsCall.DataOf(request, answer, MailJson.Default.OcsEnvelopeString);
    }

    /// <summary>What is attached, up to a bound. Larger is <see cref="NextcloudErrorKind.TooLarge"/>.</summary>
    public async Task<MailAttachmentContent> ReadAttachmentAsync(
        NextcloudAccount account,
        long id,
        string attachmentId,
        int maxBytes,
        CancellationToken cancellationToken
    )
    {
        var path = MailCall.Message(id, "/attachment/" + Uri.EscapeDataString(attachmentId));
        var request = MailCall.Of(HttpMethod.Get, path, $"Reading attachment {attachmentId} of mail {id}") with
        {
            Accept = null,
            IsTransfer = true,
        };
        await using var stream = await transport.OpenAsync(account.Login, request, cancellationToken);
        var headers = stream.Response.Content.Headers;
        await using var body = await stream.OpenBodyAsync();
        var bytes =
            await BoundedReader.ReadAsync(body, headers.ContentLength, maxBytes, cancellationToken)
            ?? throw new NextcloudException(
                new(
                    NextcloudErrorKind.TooLarge,
                    $"{request.Doing} failed: it is longer than {maxBytes} bytes.",
                    Cause: null,
                    "Give the person the link of the message."
                )
            );
        return new(bytes, headers.ContentType?.MediaType ?? "application/octet-stream");
    }

    /// <summary>Sets and takes flags of a message.</summary>
    public Task SetFlagsAsync(
        NextcloudAccount account,
        long id,
        MailFlags flags,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            account,
            MailCall.Of(HttpMethod.Put, MailCall.Message(id, "/flags"), $"Marking mail {id}") with
            {
                Content = JsonAnswer.Content(new FlagsWrite(flags.ToWrite()), MailJson.Default.FlagsWrite),
            },
            cancellationToken
        );

    /// <summary>The tag of a name; made when there is none.</summary>
    public async Task<MailTag> EnsureTagAsync(
        NextcloudAccount account,
        string name,
        CancellationToken cancellationToken
    )
    {
        var request = MailCall.Of(HttpMethod.Post, "tags", $"Making the tag '{name}'") with
        {
            Content = JsonAnswer.Content(new TagWrite(name, "#0082c9"), MailJson.Default.TagWrite),
        };
        var answer = await MailCall.SendAsync(transport, account, request, cancellationToken);
        var tag = JsonAnswer.Read(request, answer, MailJson.Default.TagData);
        return new(tag.ImapLabel ?? "", tag.DisplayName ?? name);
    }

    /// <summary>Gives a message a tag, or takes it. The tag must exist.</summary>
    public Task TagAsync(
        NextcloudAccount account,
        long id,
        string label,
        bool isTagged,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            account,
            MailCall.Of(
                isTagged ? HttpMethod.Put : HttpMethod.Delete,
                MailCall.Message(id, "/tags/" + Uri.EscapeDataString(label)),
                $"Tagging mail {id}"
            ),
            cancellationToken
        );

    /// <summary>Moves a message to another mailbox, of another account too. It gets another id there.</summary>
    public Task MoveAsync(NextcloudAccount account, long id, long mailboxId, CancellationToken cancellationToken) =>
        SendAsync(
            account,
            MailCall.Of(HttpMethod.Post, MailCall.Message(id, "/move"), $"Moving mail {id}") with
            {
                Content = JsonAnswer.Content(new MoveWrite(mailboxId), MailJson.Default.MoveWrite),
            },
            cancellationToken
        );

    /// <summary>Moves a message to the trash; one that is there already is gone for good.</summary>
    public Task DeleteAsync(NextcloudAccount account, long id, CancellationToken cancellationToken) =>
        SendAsync(
            account,
            MailCall.Of(HttpMethod.Delete, MailCall.Message(id), $"Deleting mail {id}"),
            cancellationToken
        );

    private Task<CloudAnswer> SendAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    ) => MailCall.SendAsync(transport, account, request, cancellationToken);

    private static string QueryOf(MailQuery query, int limit)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"?mailboxId={query.MailboxId}&limit={limit}&view=singleton");
        if (query.Cursor is { } cursor)
            text.Append(CultureInfo.InvariantCulture, $"&cursor={cursor.Before}");
        if (FilterOf(query) is { Length: > 0 } filter)
            text.Append("&filter=").Append(Uri.EscapeDataString(filter));
        return text.ToString();
    }

    /// <summary>Words with a colon, apart by spaces; their values are encoded, so that they hold neither.</summary>
    private static string FilterOf(MailQuery query)
    {
        var words = new List<string>();
        if (query.Words is { } searched)
        {
            var value = Uri.EscapeDataString(searched);
            words.AddRange([$"subject:{value}", $"from:{value}", $"to:{value}", "match:anyof"]);
        }

        if (query.Body is { } body)
            words.Add("body:" + Uri.EscapeDataString(body));
        if (query.IsUnread)
            words.Add("is:unread");
        if (query.IsFlagged)
            words.Add("is:starred");
        if (query.HasAttachments)
            words.Add("flags:attachments");
        if (query.Since is { } since)
            words.Add(string.Create(CultureInfo.InvariantCulture, $"start:{since.ToUnixTimeSeconds()}"));
        if (query.Until is { } until)
            words.Add(string.Create(CultureInfo.InvariantCulture, $"end:{until.ToUnixTimeSeconds()}"));
        return string.Join(' ', words);
    }

    /// <summary>Some versions put the messages of a conversation into a list of their own.</summary>
    private static List<MessageData> Flat(CloudRequest request, CloudAnswer answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            return
            [
                .. json
                    .RootElement.EnumerateArray()
                    .SelectMany(e => e.ValueKind == JsonValueKind.Array ? e.EnumerateArray().ToArray() : [e])
                    .Select(e => e.Deserialize(MailJson.Default.MessageData))
                    .OfType<MessageData>(),
            ];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new NextcloudException(
                ErrorReader.Unexpected(request, "It answered something that is no list of messages."),
                exception
            );
        }
    }

    private static MailCursor? Next(List<MessageData> data, int limit, MailCursor? last)
    {
        if (data.Count < limit || data[^1].DateInt is not { } second)
            return null;

        var before = second + 1;
        var seen = data.Where(m => m.DateInt == second).Select(m => m.DatabaseId).ToList();
        // More messages in one second than fit into a part: go on behind it rather than give the same part for ever.
        return last?.Before == before && seen.Count == data.Count ? new(second, []) : new(before, seen);
    }

    private static MailSummary Convert(MessageData message) =>
        new(
            message.DatabaseId,
            message.MailboxId,
            message.Subject ?? "",
            MailCall.Convert(message.From),
            MailCall.Convert(message.To),
            DateTimeOffset.FromUnixTimeSeconds(message.DateInt ?? 0),
            message.Flags?.Seen ?? false,
            message.Flags?.Flagged ?? false,
            message.Flags?.Answered ?? false,
            message.Flags?.Junk ?? false,
            message.Flags?.HasAttachments ?? false,
            [.. (message.Tags ?? []).Select(tag => new MailTag(tag.Key, tag.Value?.DisplayName ?? tag.Key))],
            message.PreviewText is { Length: > 0 } preview ? preview : null
        );

    private static MailMessage Convert(FullMessageData message) =>
        new(
            message.Id,
            message.Subject ?? "",
            MailCall.Convert(message.From),
            MailCall.Convert(message.To),
            MailCall.Convert(message.Cc),
            MailCall.Convert(message.ReplyTo),
            DateTimeOffset.FromUnixTimeSeconds(message.DateInt ?? 0),
            message.Flags?.Seen ?? false,
            message.Flags?.Flagged ?? false,
            message.Body,
            !message.HasHtmlBody,
            message.MessageId is { Length: > 0 } messageId ? messageId : null,
            [.. (message.Attachments ?? []).Select(Convert)]
        );

    private static MailAttachment Convert(AttachmentData attachment) =>
        new(
            attachment.Id ?? "",
            attachment.FileName ?? attachment.DocumentedName ?? "",
            attachment.Mime ?? "application/octet-stream",
            attachment.Size ?? 0
        );
}
