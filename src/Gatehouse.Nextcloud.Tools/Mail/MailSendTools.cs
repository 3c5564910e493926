using System.ComponentModel;
using Gatehouse.Nextcloud.Mail;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>Sends mail, which cannot be taken back: a permission of its own.</summary>
[McpServerToolType]
[RequiresScope(MailApp.Send)]
internal sealed class MailSendTools(OutgoingClient outgoing, FileGuard guard)
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
    [Upstream("POST " + Root + "outbox")]
    [Upstream("POST " + Root + "outbox/{id}", When = "when everything could be attached")]
    [Upstream("DELETE " + Root + "outbox/{id}", When = "when a file could not be attached")]
    [Description("Sends a mail at once, without a draft.")]
    public async Task<MailDone> SendAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Account.")] long accountId,
        [Description("Addresses.")] IReadOnlyList<string> to,
        [Description("Subject.")] string subject,
        [Description("Text.")] string body,
        [Description("Addresses.")] IReadOnlyList<string>? cc = null,
        [Description("Addresses.")] IReadOnlyList<string>? bcc = null,
        [Description("Body is HTML.")] bool? html = null,
        [Description("messageId.")] string? inReplyTo = null,
        [Description("Paths.")] IReadOnlyList<string>? attachments = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Recipients.MayAttach(request, attachments);
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
            Attachments = await Recipients.FilesAsync(guard, account, attachments, cancellationToken),
        };
        if (mail.To.Count == 0)
            throw Arguments.Bad("to", "Give at least one address.");

        await outgoing.SendAsync(account, mail, cancellationToken);
        return Recipients.Done(mail, account.Cloud.Link("/index.php/apps/mail/"));
    }
}
