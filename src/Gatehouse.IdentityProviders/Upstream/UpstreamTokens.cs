using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>
/// The token of the person who calls, for the server behind: their own of the provider they signed in at, or one it is exchanged for, as
/// <see cref="Microsoft.Extensions.DependencyInjection.IdentityProviderOptions.Upstream"/> says. A provider is called here and nowhere else after a sign-in; a
/// refresh of the client never waits for one.
/// </summary>
public sealed class UpstreamTokens
{
    private readonly CredentialVault vault;
    private readonly Dictionary<string, UpstreamProvider> providers;

    internal UpstreamTokens(CredentialVault vault, IEnumerable<UpstreamProvider> providers)
    {
        this.vault = vault;
        this.providers = providers.ToDictionary(provider => provider.Name, StringComparer.Ordinal);
    }

    /// <summary>The token for a call.</summary>
    /// <param name="access">Whose call it is (<see cref="Access.Of"/>).</param>
    /// <param name="cancellationToken">Ends the wait; what was begun at the provider is finished, so that nothing it gave is lost.</param>
    public async Task<UpstreamAnswer> FindAsync(Access access, CancellationToken cancellationToken)
    {
        var open = access.Credential ?? await vault.OpenAsync(access.Connection, cancellationToken);
        if (open is null)
        {
            return providers.Values.Any(provider => provider.Credential is not null)
                ? UpstreamWords.GoneFrom("the identity provider")
                : UpstreamAnswer.None.Instance;
        }

        return providers.GetValueOrDefault(open.SignIn)?.Credential is { } credential
            ? await credential.FindAsync(access.Connection, open, cancellationToken)
            : UpstreamAnswer.None.Instance;
    }
}
