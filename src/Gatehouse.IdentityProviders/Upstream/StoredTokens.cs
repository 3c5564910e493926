using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>The person's own token of the provider, as it was given.</summary>
internal sealed class StoredTokens(CredentialRenewal renewal) : IUpstreamCredential
{
    public async Task<UpstreamAnswer> FindAsync(
        ConnectionId connection,
        OpenCredential open,
        CancellationToken cancellationToken
    ) =>
        await renewal.AliveAsync(connection, open, cancellationToken) switch
        {
            RenewalOutcome.Alive alive => new UpstreamAnswer.Found(new UpstreamToken(alive.Credential.AccessToken)),
            RenewalOutcome.Dead dead => dead.Answer,
            var other => throw new InvalidOperationException($"{other} is no outcome."),
        };
}
