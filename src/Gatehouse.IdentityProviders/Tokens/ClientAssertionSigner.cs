using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Tokens;

/// <summary>
/// RFC 7523 §2.2 and §3, OpenID Connect Core §9: an assertion that only the holder of the key can make, good once and for a few minutes. Its audience is
/// the token endpoint, which Entra ID and Okta want and the others take as well.
/// </summary>
internal static class ClientAssertionSigner
{
    public const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static string Sign(
        ClientKey key,
        SigningCredentials credentials,
        string clientId,
        string audience,
        TimeProvider time
    )
    {
        var now = time.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = clientId,
                Audience = audience,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + Lifetime,
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = clientId,
                    ["jti"] = new Guid(RandomNumberGenerator.GetBytes(16)).ToString(),
                },
                AdditionalHeaderClaims = key.Header,
                SigningCredentials = credentials,
            }
        );
    }
}
