using Gatehouse.IdentityProviders.Facts;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>
/// RFC 7517 §4.2: a key for signatures, and never a shared secret. Entra ID publishes the keys of all tenants in one document and says beside each
/// whose it is; a token of one tenant signed with the key of another is not that tenant's.
/// </summary>
internal static class SigningKeyRule
{
    public static bool MaySign(SecurityKey key, IdToken token) =>
        key switch
        {
            SymmetricSecurityKey or JsonWebKey { Kty: "oct" } => false,
            JsonWebKey { Use: { Length: > 0 } and not "sig" } => false,
            JsonWebKey published => !published.AdditionalData.TryGetValue("issuer", out var issuer)
                || IsOf(issuer as string ?? "", token),
            _ => true,
        };

    private static bool IsOf(string issuer, IdToken token) =>
        Template.Fill(issuer.Replace("{tenantid}", "{tid}", StringComparison.Ordinal), token.Claim)
        == token.Claim("iss");
}
