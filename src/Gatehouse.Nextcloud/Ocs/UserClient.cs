using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Ocs;

/// <summary>Asks a cloud whose credential this is.</summary>
public sealed class UserClient(NextcloudTransport transport)
{
    /// <summary>GET <c>/ocs/v2.php/cloud/user</c>. Goes through although the cloud is suspended: it follows a sign-in.</summary>
    /// <exception cref="NextcloudException">The call failed.</exception>
    public async Task<CloudUser> GetAsync(NextcloudLogin login, CancellationToken cancellationToken)
    {
        var request = OcsCall.Get("/ocs/v2.php/cloud/user?format=json", "Asking who this is") with
        {
            IsIdentityCall = true,
        };
        var answer = await transport.CallAsync(login, request, cancellationToken);
        var user = OcsCall.DataOf(request, answer, NextcloudJson.Default.OcsEnvelopeCloudUser);
        return string.IsNullOrEmpty(user.Id)
            ? throw new NextcloudException(ErrorReader.Unexpected(request, "The answer names no user id."))
            : user with
            {
                Email = string.IsNullOrEmpty(user.Email) ? null : user.Email,
                DisplayName = user.DisplayName ?? user.Id,
            };
    }
}
