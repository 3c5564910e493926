using System.Net;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Ocs;

/// <summary>Tries app passwords and gives them back.</summary>
public sealed class AppPasswordsClient(NextcloudTransport transport)
{
    /// <summary>
    /// Asks the cloud whether it accepts a login nobody has vouched for. A refusal says nothing about the cloud's people, so the guard
    /// neither stops the call nor learns from it; whoever calls this bounds how often it is refused.
    /// </summary>
    /// <exception cref="NextcloudException">The cloud did not say.</exception>
    public async Task<bool> IsAcceptedAsync(NextcloudLogin login, CancellationToken cancellationToken)
    {
        var request = OcsCall.Get("/ocs/v2.php/cloud/user?format=json", "Trying a login");
        var answer = await transport.SendUnguardedAsync(login, request, cancellationToken);
        return answer.Status switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.Unauthorized => false,
            _ => throw new NextcloudException(ErrorReader.Read(login.Cloud, request, answer)),
        };
    }

    /// <summary>
    /// DELETE <c>/ocs/v2.php/core/apppassword</c>: the app password deletes itself at the cloud. It is sent although the credential is parked
    /// or retired, and a 401 does not park it. May be called again until it is done.
    /// </summary>
    /// <exception cref="NextcloudException">It is not done; call again later.</exception>
    public async Task<AppPasswordRevocation> RevokeAsync(NextcloudLogin login, CancellationToken cancellationToken)
    {
        var request = OcsCall.Get("/ocs/v2.php/core/apppassword?format=json", "Deleting the app password") with
        {
            Method = HttpMethod.Delete,
        };
        var answer = await transport.SendUnguardedAsync(login, request, cancellationToken);
        return answer.Status switch
        {
            HttpStatusCode.OK => AppPasswordRevocation.Deleted,
            HttpStatusCode.Unauthorized => AppPasswordRevocation.NotAccepted,
            _ => throw new NextcloudException(ErrorReader.Read(login.Cloud, request, answer)),
        };
    }
}
