using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Known;

internal static class GenericOpenIdConnect
{
    public static IdentityProviderFacts Facts { get; } =
        new("oidc", "OpenID Connect")
        {
            Source = "OpenID Connect Core 1.0, Discovery 1.0; RFC 6749, 8414, 9207",
            Admits = "Everybody who has an account there.",
            // The one name people cannot choose. Where it is no user name, the operator says which claim is.
            Identity = new() { UserName = ["sub"] },
            Exchange = ExchangeForm.TokenExchange,
            Quirks =
            [
                "Nothing is taken for granted: what the metadata does not say is not used, except PKCE with S256, which every sign-in has.",
                "Its access tokens can be taken as they are only where they name this server in `aud`.",
            ],
        };
}
