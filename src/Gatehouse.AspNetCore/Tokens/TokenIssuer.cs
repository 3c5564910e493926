using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>RFC 6749 §5.1: a signed access token and the refresh token beside it.</summary>
internal sealed class TokenIssuer(Deployment deployment, SigningKeys keys, TimeProvider time)
{
    private readonly AccessTokenFormat format = new(deployment.Resource, time);

    public DateTimeOffset RefreshTokenExpiry => time.GetUtcNow() + deployment.Options.RefreshTokenLifetime;

    public TokenResponse Issue(TokenFamily family, ScopeSet scopes, RefreshToken refreshToken)
    {
        var lifetime = deployment.Options.AccessTokenLifetime;
        var claims = new AccessTokenClaims(
            family.PersonKey,
            family.ClientHash,
            family.Connection.Value,
            family.Id.Value,
            scopes,
            time.GetUtcNow() + lifetime
        );
        return new TokenResponse
        {
            AccessToken = format.Write(claims, keys.Current),
            ExpiresIn = (long)lifetime.TotalSeconds,
            RefreshToken = refreshToken.Reveal(),
            Scope = scopes.ToString(),
        };
    }
}
