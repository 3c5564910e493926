using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Hosting.Accounts;

/// <summary>The Nextcloud account of a connection, from the vault.</summary>
internal sealed class AccountReader(CredentialVault vault, CloudAddress cloud)
{
    /// <summary>Null when the connection has no credential for this cloud any more: the person has to sign in again.</summary>
    public async Task<NextcloudAccount?> FindAsync(ConnectionId connection, CancellationToken cancellationToken) =>
        await vault.OpenAsync(connection, cancellationToken) is { } open
        && NextcloudCredential.Parse(open.Content) is { } credential
        && credential.Cloud == cloud.Value
            ? credential.Account(cloud, VersionName.Of(connection, open.Id))
            : null;
}
