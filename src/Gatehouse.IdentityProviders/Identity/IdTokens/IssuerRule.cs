using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>
/// OpenID Connect Core 1.0 §3.1.3.7, 2: the issuer is the one of the metadata, byte for byte. Two providers need more, by their facts: Google writes its own
/// in two ways, and Entra ID has one document for all tenants, whose issuer is a template that the token's own tenant (<c>tid</c>) fills.
/// </summary>
internal static class IssuerRule
{
    public static IdTokenRefusal? Check(SignedJwt token, IdTokenExpectation expected) =>
        token.Claim("iss") switch
        {
            not { Length: > 0 } => new IdTokenRefusal("The ID token names no issuer (iss)."),
            var issuer
                when IssuerRules.MayBeNamedByToken(
                    expected.Facts,
                    expected.Facts.TokenIssuers,
                    (expected.ConfiguredIssuer, expected.MetadataIssuer),
                    issuer,
                    token.Claim
                ) => null,
            _ => new IdTokenRefusal(
                $"The ID token is of another issuer than {expected.MetadataIssuer}.",
                "Compare the configured issuer with the one in the provider's discovery document."
            ),
        };
}
