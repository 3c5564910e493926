using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Hosting.Accounts;

/// <summary>The Nextcloud account of a connection, from the vault.</summary>
internal sealed class AccountReader(CredentialVault vault, CloudAddress cloud)
{
    /// <summary>The account of a request: with what it brought itself, or with what the vault keeps for its connection.</summary>
    public async Task<NextcloudAccount?> FindAsync(Access access, CancellationToken cancellationToken) =>
        access.Credential is { } brought
            ? NextcloudCredential.Parse(brought.Content)?.Account(cloud, brought.Id)
            : await FindAsync(access.Connection, cancellationToken);

    /// <summary>Null when the connection has no credential for this cloud any more: the person has to sign in again.</summary>
    public async Task<NextcloudAccount?> FindAsync(ConnectionId connection, CancellationToken cancellationToken) =>
        await vault.OpenAsync(connection, cancellationToken) is { } open
        && NextcloudCredential.Parse(open.Content) is { } credential
        && credential.Cloud == cloud.Value
            ? credential.Account(cloud, VersionName.Of(connection, open.Id))
            : null;
}
