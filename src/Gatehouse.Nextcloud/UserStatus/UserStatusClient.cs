using System.Globalization;
using System.Net;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.UserStatus;

/// <summary>
/// How people say they are. Reading tells nobody anything. All methods throw <see cref="NextcloudException"/> when the cloud does not do what
/// was asked.
/// </summary>
public sealed class UserStatusClient(NextcloudTransport transport)
{
    private const string Path = "/ocs/v2.php/apps/user_status/api/v1";

    /// <summary>The person's own status; null when they have none.</summary>
    public Task<PersonStatus?> GetOwnAsync(NextcloudAccount account, CancellationToken cancellationToken) =>
        FindAsync(account, OcsCall.Get(Path + "/user_status", "Reading your status"), cancellationToken);

    /// <summary>Somebody's status; null when they have none, or are nobody.</summary>
    public Task<PersonStatus?> GetAsync(NextcloudAccount account, string user, CancellationToken cancellationToken) =>
        FindAsync(
            account,
            OcsCall.Get($"{Path}/statuses/{Uri.EscapeDataString(user)}", $"Reading the status of '{user}'"),
            cancellationToken
        );

    /// <summary>Everybody who set a status, a page at a time; <paramref name="limit"/> 1 to 200.</summary>
    public async Task<IReadOnlyList<PersonStatus>> ListAsync(
        NextcloudAccount account,
        int limit,
        int offset,
        CancellationToken cancellationToken
    )
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"?limit={Math.Clamp(limit, 1, 200)}&offset={Math.Max(offset, 0)}"
        );
        var request = OcsCall.Get($"{Path}/statuses{query}", "Listing the statuses");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return [.. OcsCall.DataOf(request, answer, UserStatusJson.Default.OcsEnvelopeStatusDataArray).Select(Read)];
    }

    /// <summary>Says how the person is; the message stays.</summary>
    public Task<PersonStatus> SetAsync(
        NextcloudAccount account,
        StatusKind status,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            OcsCall.Send(
                HttpMethod.Put,
                Path + "/user_status/status",
                "Setting your status",
                new(NameOf(status)),
                UserStatusJson.Default.StatusWrite
            ),
            cancellationToken
        );

    /// <summary>Replaces the message; the status stays.</summary>
    public Task<PersonStatus> SetMessageAsync(
        NextcloudAccount account,
        StatusMessage message,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            OcsCall.Send(
                HttpMethod.Put,
                Path + "/user_status/message/custom",
                "Setting your status message",
                new(message.Icon, message.Text, message.ClearAt?.ToUnixTimeSeconds()),
                UserStatusJson.Default.MessageWrite
            ),
            cancellationToken
        );

    /// <summary>Takes the message away; the status stays.</summary>
    public Task ClearMessageAsync(NextcloudAccount account, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            OcsCall.Get(Path + "/user_status/message", "Clearing your status message") with
            {
                Method = HttpMethod.Delete,
            },
            cancellationToken
        );

    private static string NameOf(StatusKind status) =>
        status switch
        {
            StatusKind.Away => "away",
            StatusKind.Dnd => "dnd",
            StatusKind.Busy => "busy",
            StatusKind.Invisible => "invisible",
            StatusKind.Offline => "offline",
            _ => "online",
        };

    private async Task<PersonStatus?> FindAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.SendAsync(account.Login, request, cancellationToken);
        if (answer.IsSuccess)
            return Read(request, answer);

        var error = ErrorReader.Read(account.Cloud, request, answer);
        return error is { Kind: NextcloudErrorKind.NotFound, Status: (int)HttpStatusCode.NotFound }
            ? null
            : throw new NextcloudException(error);
    }

    private async Task<PersonStatus> CallAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    ) => Read(request, await transport.CallAsync(account.Login, request, cancellationToken));

    private static PersonStatus Read(CloudRequest request, CloudAnswer answer) =>
        Read(OcsCall.DataOf(request, answer, UserStatusJson.Default.OcsEnvelopeStatusData));

    private static PersonStatus Read(StatusData data) =>
        new(
            data.UserId ?? "",
            data.Status ?? "offline",
            string.IsNullOrEmpty(data.Message) ? null : data.Message,
            string.IsNullOrEmpty(data.Icon) ? null : data.Icon,
            data.ClearAt is { } clear ? DateTimeOffset.FromUnixTimeSeconds(clear) : null
        );
}
