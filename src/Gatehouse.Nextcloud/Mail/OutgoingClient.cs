using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>
/// Drafts and the outbox of the Mail app. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class OutgoingClient(NextcloudTransport transport)
{
    private const string Outbox = "outbox";
    private const string Drafts = "drafts";

    /// <summary>Keeps a draft in the drafts mailbox of its account.</summary>
    public async Task DraftAsync(NextcloudAccount account, OutgoingMail mail, CancellationToken cancellationToken)
    {
        var id = await StoreAsync(account, Drafts, mail, "Keeping the draft", cancellationToken);
        var path = string.Create(CultureInfo.InvariantCulture, $"drafts/move/{id}");
        var request = MailCall.Of(HttpMethod.Post, path, "Putting the draft into the mailbox");
        _ = await MailCall.SendAsync(transport, account, request, cancellationToken);
    }

    /// <summary>
    /// Sends. When a file that is to be attached is not there, nothing is sent. When the mail server refuses, the message stays in the
    /// outbox, where the person sees it.
    /// </summary>
    public async Task SendAsync(NextcloudAccount account, OutgoingMail mail, CancellationToken cancellationToken)
    {
        var id = await StoreAsync(account, Outbox, mail, "Putting the mail into the outbox", cancellationToken);
        var request = MailCall.Of(HttpMethod.Post, Path(Outbox, id), $"Sending message {id} of the outbox") with
        {
            // Through the mail server and into the mailbox of what was sent.
            IsTransfer = true,
        };
        try
        {
            _ = await MailCall.SendAsync(transport, account, request, cancellationToken);
        }
        catch (NextcloudException exception) when (exception.Error.Status is not null)
        {
            throw new NextcloudException(
                exception.Error with
                {
                    Summary = "Sending failed: the mail server did not take the message, which is kept in the outbox.",
                    NextStep =
                        $"Do not send it again; let the person look at {account.Cloud.Link("/index.php/apps/mail/outbox")}.",
                },
                exception
            );
        }
    }

    private async Task<long> StoreAsync(
        NextcloudAccount account,
        string where,
        OutgoingMail mail,
        string doing,
        CancellationToken cancellationToken
    )
    {
        var request = MailCall.Of(HttpMethod.Post, where, doing) with
        {
            Content = JsonAnswer.Content(WriteOf(mail), MailJson.Default.OutgoingWrite),
        };
        var answer = await MailCall.SendAsync(transport, account, request, cancellationToken);
        var stored =
            JsonAnswer.Read(request, answer, MailJson.Default.StoredAnswer).Data
            ?? throw new NextcloudException(ErrorReader.Unexpected(request, "It does not say what it stored."));
        if ((stored.Attachments?.Length ?? 0) >= mail.Attachments.Count)
            return stored.Id;

        // The app leaves away what it cannot attach, without a word.
        var happened =
            $"{doing} failed: of {mail.Attachments.Count} files only {stored.Attachments?.Length ?? 0} could be attached";
        throw new NextcloudException(await TakeBackAsync(account, Path(where, stored.Id), doing, happened));
    }

    /// <summary>Nobody asked for half a message, so it goes although the caller may have given up meanwhile.</summary>
    /// <returns>What to tell, since a message that stays must not hide why it should go.</returns>
    private async Task<NextcloudError> TakeBackAsync(
        NextcloudAccount account,
        string path,
        string doing,
        string happened
    )
    {
        var error = new NextcloudError(
            NextcloudErrorKind.NotFound,
            $"{happened}, and nothing was kept or sent.",
            "A path does not name a file of the person.",
            "Look for the files and give their whole paths."
        );
        var request = MailCall.Of(HttpMethod.Delete, path, "Taking the message back") with { Undoes = doing };
        try
        {
            _ = await MailCall.SendAsync(transport, account, request, CancellationToken.None);
            return error;
        }
        catch (NextcloudException exception)
        {
            return error with
            {
                Summary = $"{happened}. It was not sent.",
                Cause = $"{error.Cause} {exception.Error.Summary}",
                NextStep =
                    $"Let the person look in {account.Cloud.Link("/index.php/apps/mail/")} and delete it if it is there. {error.NextStep}",
            };
        }
    }

    private static string Path(string where, long id) => string.Create(CultureInfo.InvariantCulture, $"{where}/{id}");

    private static OutgoingWrite WriteOf(OutgoingMail mail) =>
        new(
            mail.AccountId,
            mail.Subject,
            mail.Body,
            mail.IsHtml ? null : mail.Body,
            mail.IsHtml ? mail.Body : null,
            mail.Body,
            mail.IsHtml,
            SmimeSign: false,
            SmimeEncrypt: false,
            Convert(mail.To),
            Convert(mail.Cc),
            Convert(mail.Bcc),
            [.. mail.Attachments.Select(a => new OutgoingAttachment("cloud", a.Value))],
            mail.InReplyTo
        );

    private static AddressData[] Convert(IReadOnlyList<Correspondent> people) =>
        [.. people.Select(p => new AddressData(p.Name ?? p.Email, p.Email))];
}
