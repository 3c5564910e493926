using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>
/// Says whose a token is. A signature costs a hundred times a look into memory, so a verified token is remembered for a minute at most;
/// whether its connection still lives is asked every time.
/// </summary>
internal sealed class TokenVerifier(
    Deployment deployment,
    SigningKeys keys,
    ITokenStore store,
    RevocationList revoked,
    TimeProvider time
)
{
    private const int CacheSize = 10_000;
    private const int ScopeSets = 256;
    private static readonly TimeSpan CacheLifetime = TimeSpan.FromSeconds(60);

    private readonly AccessTokenFormat format = new(deployment.Resource, time);
    private readonly GenerationalCache<TokenDigest, VerifiedToken> cache = new(CacheSize);

    // Ten thousand tokens hold a handful of different sets; a copy in each would be a fifth of the cache's memory.
    private readonly GenerationalCache<ScopeSet, ScopeSet> scopes = new(ScopeSets);

    /// <summary>Null when the token is not ours, expired or revoked.</summary>
    public ValueTask<AccessTokenClaims?> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        var digest = TokenDigest.Of(token);
        return cache.Find(digest) is { } known && known.Until > time.GetUtcNow()
            ? new ValueTask<AccessTokenClaims?>(revoked.Living(known.Claims))
            : VerifyAsync(token, digest, cancellationToken);
    }

    private async ValueTask<AccessTokenClaims?> VerifyAsync(
        string token,
        TokenDigest digest,
        CancellationToken cancellationToken
    )
    {
        var found = PersonalToken.TryParse(token, out var personal)
            ? await ReadAsync(personal, cancellationToken)
            : await ReadAsync(token, cancellationToken);
        if (found is not { } read)
        {
            return null;
        }

        var claims = read with { Scopes = Shared(read.Scopes) };
        var until = time.GetUtcNow() + CacheLifetime;
        cache.Add(digest, new VerifiedToken(claims, until < claims.ExpiresAt ? until : claims.ExpiresAt));
        return revoked.Living(claims);
    }

    private async ValueTask<AccessTokenClaims?> ReadAsync(string token, CancellationToken cancellationToken) =>
        AccessTokenFormat.KeyIdOf(token) is { } keyId && await keys.FindAsync(keyId, cancellationToken) is { } key
            ? await format.ReadAsync(token, [key])
            : null;

    // Whose it is says the store, so it is asked again once a minute; that it was revoked meanwhile says the list.
    private async ValueTask<AccessTokenClaims?> ReadAsync(PersonalToken token, CancellationToken cancellationToken) =>
        await store.FindRefreshTokenAsync(token.Hash, cancellationToken) is { Family: { RevokedAt: null } family } known
        && known.ExpiresAt > time.GetUtcNow()
            ? new AccessTokenClaims(
                family.PersonKey,
                family.ClientHash,
                family.Connection.Value,
                family.Id.Value,
                family.Scopes,
                known.ExpiresAt
            )
            : null;

    private ScopeSet Shared(ScopeSet granted)
    {
        if (scopes.Find(granted) is { } known)
        {
            return known;
        }

        scopes.Add(granted, granted);
        return granted;
    }
}
