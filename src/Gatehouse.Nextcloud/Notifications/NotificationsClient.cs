using System.Globalization;
using System.Net;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Notifications;

/// <summary>
/// The notifications of a person, API v2. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class NotificationsClient(NextcloudTransport transport)
{
    private const string Path = "/ocs/v2.php/apps/notifications/api/v2/notifications";

    /// <summary>All notifications, newest first; the cloud keeps few and knows no pages.</summary>
    public async Task<IReadOnlyList<Notification>> ListAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    )
    {
        var request = OcsCall.Get(Path, "Listing the notifications");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        // Without any app that notifies there is nothing to say, not even an empty list.
        if (answer.Status == HttpStatusCode.NoContent)
            return [];

        var data = OcsCall.DataOf(request, answer, NotificationsJson.Default.OcsEnvelopeNotificationDataArray);
        return [.. data.Select(Read)];
    }

    /// <summary>Dismisses a notification; one that is gone already is no error.</summary>
    public async Task DismissAsync(NextcloudAccount account, long id, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");
        var request = OcsCall.Get(path, $"Dismissing notification {id}") with { Method = HttpMethod.Delete };
        var answer = await transport.SendAsync(account.Login, request, cancellationToken);
        if (answer.IsSuccess)
            return;

        var error = ErrorReader.Read(account.Cloud, request, answer);
        if (error.Kind != NextcloudErrorKind.NotFound)
            throw new NextcloudException(error);
    }

    /// <summary>Dismisses all notifications.</summary>
    public Task DismissAllAsync(NextcloudAccount account, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            OcsCall.Get(Path, "Dismissing all notifications") with
            {
                Method = HttpMethod.Delete,
            },
            cancellationToken
        );

    private static Notification Read(NotificationData data) =>
        new(
            data.NotificationId,
            data.App ?? "",
            data.Datetime,
            data.Subject ?? "",
            data.Message ?? "",
            string.IsNullOrEmpty(data.Link) ? null : data.Link,
            data.ObjectType ?? "",
            data.ObjectId ?? ""
        );
}
