using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud;

/// <summary>Makes an account out of what a Login Flow granted.</summary>
public sealed class AccountDiscovery(NextcloudTransport transport)
{
    private readonly UserClient users = new(transport);
    private readonly PrincipalClient principals = new(transport);

    /// <summary>Asks the cloud for user id, names and DAV principal of a login.</summary>
    /// <exception cref="NextcloudException">A call failed.</exception>
    public async Task<DiscoveredAccount> DiscoverAsync(NextcloudLogin login, CancellationToken cancellationToken)
    {
        var user = await users.GetAsync(login, cancellationToken);
        var principal = await principals.DiscoverAsync(login, cancellationToken);
        var account = new NextcloudAccount(
            login.Cloud,
            login.LoginName,
            user.Id,
            principal,
            login.AppPassword,
            login.Credential
        );
        return new DiscoveredAccount(account, user.DisplayName, user.Email);
    }
}
