using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>
/// Says whose a token is. A signature costs a hundred times a look into memory, so a verified token is remembered for a minute at most;
/// whether its connection still lives is asked every time.
/// </summary>
internal sealed class TokenVerifier(Deployment deployment, SigningKeys keys, RevocationList revoked, TimeProvider time)
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
        if (
            AccessTokenFormat.KeyIdOf(token) is not { } keyId
            || await keys.FindAsync(keyId, cancellationToken) is not { } key
        )
        {
            return null;
        }

        if (await format.ReadAsync(token, [key]) is not { } read)
        {
            return null;
        }

        var claims = read with { Scopes = Shared(read.Scopes) };
        var until = time.GetUtcNow() + CacheLifetime;
        cache.Add(digest, new VerifiedToken(claims, until < claims.ExpiresAt ? until : claims.ExpiresAt));
        return revoked.Living(claims);
    }

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
