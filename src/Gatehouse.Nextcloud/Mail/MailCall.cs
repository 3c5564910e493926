using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>Calls of the Mail app: the API of its web interface, and OCS where it has one.</summary>
internal static class MailCall
{
    private const string Root = "/index.php/apps/mail/api/";

    public static CloudRequest Of(HttpMethod method, string path, string doing) =>
        new(method, Root + path, doing) { Accept = "application/json" };

    public static string Message(long id, string rest = "") =>
        string.Create(CultureInfo.InvariantCulture, $"messages/{id}{rest}");

    /// <summary>The app answers 403 for what is not there, and for what is somebody else's.</summary>
    public static async Task<CloudAnswer> SendAsync(
        NextcloudTransport transport,
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await transport.CallAsync(account.Login, request, cancellationToken);
        }
        catch (NextcloudException exception) when (exception.Kind == NextcloudErrorKind.Forbidden)
        {
            throw new NextcloudException(
                exception.Error with
                {
                    Kind = NextcloudErrorKind.NotFound,
                    Summary = $"{request.Doing} failed: it is not there.",
                    NextStep = "List the mailbox again: the id of a message changes when it is moved.",
                },
                exception
            );
        }
    }

    public static IReadOnlyList<Correspondent> Convert(AddressData[]? addresses) =>
        [
            .. (addresses ?? [])
                .Where(a => a.Email is { Length: > 0 } || a.Label is { Length: > 0 })
                .Select(a => new Correspondent(
                    a.Email ?? "",
                    a.Label is { Length: > 0 } label && label != a.Email ? label : null
                )),
        ];
}
