using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Identity;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>RFC 9068 §4: whose token it says it is. The one of the metadata, those of the facts, and the one AD FS names for access tokens alone.</summary>
internal static class TokenIssuer
{
    public static bool Is(ConfiguredProvider provider, ProviderMetadata metadata, Claims claims) =>
        claims.Text("iss") is { } issuer
        && (
            issuer == metadata.AccessTokenIssuer
            || IssuerRules.MayBeNamedByToken(
                provider.Facts,
                provider.Facts.AccessTokens.Issuers,
                (provider.Issuer, metadata.Issuer),
                issuer,
                claims.Text
            )
        );
}
