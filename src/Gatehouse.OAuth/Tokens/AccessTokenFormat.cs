using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.OAuth.Tokens;

/// <summary>RFC 9068: access tokens as ES256 <c>at+jwt</c>, signed and verified for exactly one issuer and one resource.</summary>
internal sealed class AccessTokenFormat(ResourceUri resource, TimeProvider time)
{
    private const string Type = "at+jwt";

    private readonly JsonWebTokenHandler handler = new()
    {
        SetDefaultTimesOnTokenCreation = false,
        MapInboundClaims = false,
    };

    /// <summary>Signs a token.</summary>
    public string Write(AccessTokenClaims claims, SecurityKey key) =>
        handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = resource.Origin.Value,
                Audience = resource.Value,
                TokenType = Type,
                IssuedAt = time.GetUtcNow().UtcDateTime,
                Expires = claims.ExpiresAt.UtcDateTime,
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["sub"] = claims.Subject,
                    ["client_id"] = claims.ClientId.Value,
                    ["sid"] = claims.SessionId,
                    ["fam"] = claims.FamilyId,
                    ["scope"] = claims.Scopes.ToString(),
                    ["jti"] = RandomText.New()[..22],
                },
            }
        );

    /// <summary>The name of the key a token claims to be signed with; null when it is no token at all.</summary>
    public static string? KeyIdOf(string token)
    {
        try
        {
            return new JsonWebToken(token).Kid;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Verifies signature, algorithm, type, issuer, audience and time. Null when any of them is wrong.</summary>
    public async Task<AccessTokenClaims?> ReadAsync(string token, IEnumerable<SecurityKey> keys)
    {
        var verdict = await handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = resource.Origin.Value,
                ValidAudience = resource.Value,
                IgnoreTrailingSlashWhenValidatingAudience = false,
                ValidTypes = [Type],
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                IssuerSigningKeys = keys,
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
            }
        );
        return verdict is { IsValid: true, ClaimsIdentity: var identity }
            ? Claims(identity, verdict.SecurityToken.ValidTo)
            : null;
    }

    private static AccessTokenClaims? Claims(ClaimsIdentity identity, DateTime expires)
    {
        string? Claim(string type) => identity.FindFirst(type)?.Value;

        return
            (Claim("sub"), Claim("client_id"), Claim("sid"), Claim("fam"))
                is ({ } subject, { Length: TokenHash.Length } client, { } session, { } family)
            ? new AccessTokenClaims(
                subject,
                TokenHash.FromStore(client),
                session,
                family,
                ScopeSet.Parse(Claim("scope")),
                new DateTimeOffset(expires, TimeSpan.Zero)
            )
            : null;
    }
}
