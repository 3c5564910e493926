using Gatehouse.IdentityProviders.Facts;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>
/// RFC 7517 §4.2: a key for signatures, and never a shared secret. Entra ID publishes the keys of all tenants in one document and says beside each
/// whose it is; a token of one tenant signed with the key of another is not that tenant's.
/// </summary>
internal static class SigningKeyRule
{
    /// <summary>Whether what this key has signed counts.</summary>
    /// <param name="key">Of those the provider publishes.</param>
    /// <param name="token">Whose issuer was looked at already.</param>
    /// <param name="metadataIssuer">The issuer the metadata names; with a name in braces where one document is for many tenants.</param>
    public static bool MaySign(SecurityKey key, SignedJwt token, string metadataIssuer) =>
        key switch
        {
            SymmetricSecurityKey or JsonWebKey { Kty: "oct" } => false,
            JsonWebKey { Use: { Length: > 0 } and not "sig" } => false,
            JsonWebKey published => !published.AdditionalData.TryGetValue("issuer", out var owner)
                || IsOf(owner as string ?? "", token, metadataIssuer),
            _ => true,
        };

    // Access tokens of Entra ID may go by an older name of their tenant (sts.windows.net); its keys have that of the metadata only.
    private static bool IsOf(string owner, SignedJwt token, string metadataIssuer) =>
        OfTenant(owner, token) is { } name && (name == token.Claim("iss") || name == OfTenant(metadataIssuer, token));

    private static string? OfTenant(string issuer, SignedJwt token) =>
        Template.Fill(issuer.Replace("{tenantid}", "{tid}", StringComparison.Ordinal), token.Claim);
}
