using System.ComponentModel;
using Gatehouse.Nextcloud.Mail;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>Writes mail: a draft for the person to send, or sent at once, which cannot be taken back and is a permission of its own.</summary>
[McpServerToolType]
internal sealed class MailComposeTools(OutgoingClient outgoing, FileGuard guard)
{
    private const string Root = "/index.php/apps/mail/api/";

    [McpServerTool(
        Name = "send_mail",
        Title = "Send a mail",
        ReadOnly = false,
        Destructive = true,
        Idempotent = false,
        OpenWorld = true,
        UseStructuredContent = true
    )]
    [RequiresScope(MailApp.Send)]
    [Upstream("POST " + Root + "outbox")]
    [Upstream("POST " + Root + "outbox/{id}", When = "when everything could be attached")]
    [Upstream("DELETE " + Root + "outbox/{id}", When = "when a file could not be attached")]
    [Description("Sends a mail at once, without a draft.")]
    public async Task<MailDone> SendAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Account.")] long accountId,
        [Description("Addresses.")] IReadOnlyList<string> to,
        [Description("Subject.")] string subject,
        [Description("Body.")] string body,
        [Description("Addresses.")] IReadOnlyList<string>? cc = null,
        [Description("Bcc.")] IReadOnlyList<string>? bcc = null,
        [Description("Body is HTML.")] bool? html = null,
        [Description("messageId.")] string? inReplyTo = null,
        [Description("Paths.")] IReadOnlyList<string>? attachments = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var mail = new OutgoingMail
        {
            AccountId = accountId,
            Subject = subject,
            Body = body,
            IsHtml = html is true,
            To = Recipients.Read("to", to),
            Cc = Recipients.Read("cc", cc),
            Bcc = Recipients.Read("bcc", bcc),
            InReplyTo = inReplyTo,
        };
        if (mail.To.Count == 0)
            throw Arguments.Bad("to", "Give at least one address.");

        mail = await AttachAsync(request, mail, attachments, cancellationToken);
        await outgoing.SendAsync(account, mail, cancellationToken);
        return Recipients.Done(mail, account.Cloud.Link("/index.php/apps/mail/"));
    }

    [McpServerTool(
        Name = "create_mail_draft",
        Title = "Draft a mail",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [RequiresScope(MailApp.Write)]
    [Upstream("POST " + Root + "drafts")]
    [Upstream("POST " + Root + "drafts/move/{id}")]
    [Upstream("DELETE " + Root + "drafts/{id}", When = "when a file could not be attached")]
    [Description("Keeps a draft for the person to send.")]
    public async Task<MailDone> DraftAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Account.")] long accountId,
        [Description("Subject.")] string subject,
        [Description("Body.")] string body,
        [Description("Addresses.")] IReadOnlyList<string>? to = null,
        [Description("Addresses.")] IReadOnlyList<string>? cc = null,
        [Description("Bcc.")] IReadOnlyList<string>? bcc = null,
        [Description("Body is HTML.")] bool? html = null,
        [Description("messageId.")] string? inReplyTo = null,
        [Description("Paths.")] IReadOnlyList<string>? attachments = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var mail = new OutgoingMail
        {
            AccountId = accountId,
            Subject = subject,
            Body = body,
            IsHtml = html is true,
            To = Recipients.Read("to", to),
            Cc = Recipients.Read("cc", cc),
            Bcc = Recipients.Read("bcc", bcc),
            InReplyTo = inReplyTo,
        };
        mail = await AttachAsync(request, mail, attachments, cancellationToken);
        await outgoing.DraftAsync(account, mail, cancellationToken);
        return Recipients.Done(mail, account.Cloud.Link("/index.php/apps/mail/"));
    }

    private async Task<OutgoingMail> AttachAsync(
        RequestContext<CallToolRequestParams> request,
        OutgoingMail mail,
        IReadOnlyList<string>? attachments,
        CancellationToken cancellationToken
    )
    {
        Recipients.MayAttach(request, attachments);
        var account = CallerOf.Get(request).Account;
        return mail with { Attachments = await Recipients.FilesAsync(guard, account, attachments, cancellationToken) };
    }
}
