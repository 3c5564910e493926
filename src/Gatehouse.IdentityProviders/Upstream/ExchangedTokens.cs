using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.SignIn;
using Gatehouse.IdentityProviders.Tokens;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>
/// A token of the server behind, for which the provider exchanges the person's own (RFC 8693, or Entra's on-behalf-of). It is kept in memory until shortly before it
/// ends, for the version of the credential it came from; the same one is asked for once, however many calls want it.
/// </summary>
internal sealed class ExchangedTokens(
    CredentialRenewal renewal,
    TokenEndpointClient client,
    ConfiguredProvider provider,
    TimeProvider time,
    ILogger<ExchangedTokens> log
) : IUpstreamCredential
{
    private const int CacheSize = 10_000;

    // Of one that does not say how long it lives.
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(5);

    private readonly GenerationalCache<string, ExchangedToken> cache = new(CacheSize);
    private readonly SharedWork<string, UpstreamAnswer> exchanges = new();

    public async Task<UpstreamAnswer> FindAsync(
        ConnectionId connection,
        OpenCredential open,
        CancellationToken cancellationToken
    )
    {
        if (Find(open.Id) is { } known)
        {
            return known;
        }

        switch (await renewal.AliveAsync(connection, open, cancellationToken))
        {
            case RenewalOutcome.Alive alive:
                return await exchanges.RunAsync(
                    alive.Id,
                    () => ExchangeAsync(alive.Id, alive.Credential),
                    cancellationToken
                );
            case RenewalOutcome.Dead dead:
                return dead.Answer;
            default:
                throw new InvalidOperationException("An outcome of a kind nobody knows.");
        }
    }

    private UpstreamAnswer.Found? Find(string id) =>
        cache.Find(id) is { } known && known.Until > time.GetUtcNow() ? new UpstreamAnswer.Found(known.Token) : null;

    private async Task<UpstreamAnswer> ExchangeAsync(string id, ProviderCredential credential)
    {
        // It is remembered before the work on it ends: who came between both finds it here.
        if (Find(id) is { } known)
        {
            return known;
        }

        var subject = ProviderSecret.From(credential.AccessToken);
        var result = await client.ExchangeAsync(subject, provider.UpstreamAudience ?? "", CancellationToken.None);
        if (!result.Succeeded(out var answer, out var failure))
        {
            log.NotExchanged(provider.Name, failure.Code, failure.Detail);
            return UpstreamWords.Of(failure, provider.Title);
        }

        var token = new UpstreamToken(answer.AccessToken.Reveal());
        var until = time.GetUtcNow() + (answer.ExpiresIn ?? Unsaid) - CredentialRenewal.Margin(answer.ExpiresIn);
        cache.Add(id, new ExchangedToken(token, until));
        return new UpstreamAnswer.Found(token);
    }
}
