using System.Globalization;
using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>
/// Accounts and mailboxes of the Mail app. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class MailboxesClient(NextcloudTransport transport)
{
    /// <summary>The accounts the person configured.</summary>
    public async Task<IReadOnlyList<MailAccount>> ListAccountsAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    )
    {
        var request = MailCall.Of(HttpMethod.Get, "accounts", "Listing mail accounts");
        var answer = await MailCall.SendAsync(transport, account, request, cancellationToken);
        var data = JsonAnswer.Read(request, answer, MailJson.Default.AccountDataArray);
        return [.. data.Select(a => new MailAccount(a.Id, a.Name ?? "", a.EmailAddress ?? ""))];
    }

    /// <summary>The mailboxes of an account.</summary>
    public async Task<IReadOnlyList<Mailbox>> ListAsync(
        NextcloudAccount account,
        long accountId,
        CancellationToken cancellationToken
    )
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"mailboxes?accountId={accountId}");
        var request = MailCall.Of(HttpMethod.Get, path, $"Listing the mailboxes of account {accountId}");
        var answer = await MailCall.SendAsync(transport, account, request, cancellationToken);
        // Old versions answer the bare list.
        var data = answer.Text.StartsWith('[')
            ? JsonAnswer.Read(request, answer, MailJson.Default.MailboxDataArray)
            : JsonAnswer.Read(request, answer, MailJson.Default.MailboxesData).Mailboxes ?? [];
        return
        [
            .. data.Select(m => new Mailbox(
                m.DatabaseId,
                m.AccountId,
                m.DisplayName is { Length: > 0 } name ? name : m.Name ?? "",
                m.SpecialRole.ValueKind == JsonValueKind.String ? m.SpecialRole.GetString() : null,
                m.Unread ?? 0
            )),
        ];
    }
}
