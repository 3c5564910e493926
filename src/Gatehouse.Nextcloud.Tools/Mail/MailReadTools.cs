using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Mail;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Html;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>Finds and reads mail.</summary>
[McpServerToolType]
[RequiresScope(MailApp.Read)]
internal sealed class MailReadTools(MailboxesClient mailboxes, MessagesClient messages, PersonZones zones)
{
    private const int MaxAccounts = 10;
    private const int MaxMail = 100;

    [McpServerTool(
        Name = "list_mailboxes",
        Title = "List mailboxes",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/mail/api/accounts")]
    [Upstream("GET /index.php/apps/mail/api/mailboxes", Most = MaxAccounts, When = "for each account")]
    [Description("Lists the mailboxes of all mail accounts.")]
    public async Task<MailboxList> ListMailboxesAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var accounts = await mailboxes.ListAccountsAsync(account, cancellationToken);
        var all = await SideBySide.AskAsync(
            [.. accounts.Take(MaxAccounts)],
            async (of, token) =>
                (await mailboxes.ListAsync(account, of.Id, token)).Select(m => new MailboxItem(
                    m.Id,
                    m.Name,
                    of.Id,
                    of.Email,
                    m.Unread,
                    account.Cloud.Link(m.WebPath),
                    m.Role
                )),
            cancellationToken
        );
        return new([.. all.SelectMany(m => m)]);
    }

    [McpServerTool(
        Name = "list_mail",
        Title = "List mail",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /index.php/apps/mail/api/messages")]
    [Description("Lists or searches a mailbox, newest first.")]
    public async Task<MailList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Mailbox.")] long mailboxId,
        [Description("Subject, sender or recipient.")] string? query = null,
        [Description("In the text; slow.")] string? body = null,
        [Description("Unread.")] bool? unread = null,
        [Description("Only starred.")] bool? flagged = null,
        [Description("Day or time.")] string? since = null,
        [Description("Day or time.")] string? until = null,
        [Description("1 to 100.")] int limit = 20,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var zone = await zones.OfAsync(account, cancellationToken);
        var asked = new MailQuery
        {
            MailboxId = mailboxId,
            Words = NotBlank(query),
            Body = NotBlank(body),
            IsUnread = unread is true,
            IsFlagged = flagged is true,
            Since = zone.Read("since", since),
            Until = zone.Read("until", until),
            Limit = Arguments.Between("limit", limit, 1, MaxMail),
            Cursor = Decode(OpaqueCursor.Decode("list_mail", cursor)),
        };
        var page = await messages.ListAsync(account, asked, cancellationToken);
        return new(
            [.. page.Messages.Select(m => MailItem.Of(account.Cloud, zone, m))],
            OpaqueCursor.Encode("list_mail", page.Next is { } next ? Encode(next) : null)
        );
    }

    [McpServerTool(
        Name = "read_mail",
        Title = "Read a mail",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/mail/message/{id}")]
    [Description("Reads a mail as text; it stays unread.")]
    public async Task<MailText> ReadAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Mail.")] long id,
        [Description("nextOffset of the last answer.")] int? offset = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var start = (int)Arguments.AtLeast("offset", offset ?? 0, 0);
        var zone = await zones.OfAsync(account, cancellationToken);
        var mail = await messages.GetAsync(account, id, cancellationToken);
        var part = TextPart.Of(TextOfMail(mail), start, TextPart.Usual);
        return new(
            id,
            mail.Subject,
            Names(mail.From) ?? [],
            Names(mail.To) ?? [],
            zone.Write(mail.Date),
            part.Text,
            part.Offset,
            part.TotalLength,
            part.NextOffset,
            Names(mail.Cc),
            Names(mail.ReplyTo),
            mail.MessageId,
            mail.Attachments.Count == 0
                ? null
                :
                [
                    .. mail.Attachments.Select(a => new MailAttachmentItem(
                        a.Name,
                        a.ContentType,
                        a.Size,
                        MailUri.Of(id, a.Id)
                    )),
                ]
        );
    }

    private static string TextOfMail(MailMessage mail) =>
        mail.Html is { } html ? HtmlText.Of(html, mail.IsPlain) : "(encrypted; only the person can read it)";

    private static string[]? Names(IReadOnlyList<Correspondent> people) =>
        people.Count == 0 ? null : [.. people.Select(p => p.ToString())];

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Encode(MailCursor cursor) =>
        string.Join(' ', cursor.Seen.Prepend(cursor.Before).Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private static MailCursor? Decode(string? text)
    {
        var numbers = (text ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => long.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .ToList();
        return numbers.Count == 0 ? null : new(numbers[0], [.. numbers.Skip(1)]);
    }
}
