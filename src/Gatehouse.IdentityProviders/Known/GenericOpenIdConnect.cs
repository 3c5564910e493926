using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Known;

internal static class GenericOpenIdConnect
{
    public static IdentityProviderFacts Facts { get; } =
        new("oidc", "OpenID Connect") { Source = "OpenID Connect Core 1.0, Discovery 1.0; RFC 6749, 8414, 9207" };
}
