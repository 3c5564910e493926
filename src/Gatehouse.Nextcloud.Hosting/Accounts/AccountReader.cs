using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.Nextcloud.Hosting.SignIn;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Hosting.Accounts;

/// <summary>The Nextcloud account of a request: what it brought itself, what the sign-in of its connection brought, or what its person linked.</summary>
internal sealed class AccountReader(CredentialVault vault, CloudAddress cloud)
{
    /// <summary>Null when there is none for this cloud any more: the person has to sign in again.</summary>
    public async Task<NextcloudAccount?> FindAsync(Access access, CancellationToken cancellationToken)
    {
        if (access.Credential is { } brought)
        {
            return Account(brought, brought.Id);
        }

        if (
            await vault.OpenAsync(access.Connection, cancellationToken) is
            { SignIn: NextcloudSignIn.SignInName } ofConnection
        )
        {
            return Account(ofConnection, new CredentialOwner.OfConnection(access.Connection).Version(ofConnection.Id));
        }

        return await vault.OpenLinkAsync(access.PersonKey, NextcloudSignIn.SignInName, cancellationToken) is { } link
            ? Account(link, new CredentialOwner.OfPerson(access.PersonKey).Version(link.Id))
            : null;
    }

    private NextcloudAccount? Account(OpenCredential open, string version) =>
        NextcloudCredential.Parse(open.Content) is { } credential && credential.Cloud == cloud.Value
            ? credential.Account(cloud, version)
            : null;
}
