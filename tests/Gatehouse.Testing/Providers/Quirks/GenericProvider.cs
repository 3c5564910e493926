namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>A plain OpenID Connect server nobody has named.</summary>
public static class GenericProvider
{
    /// <summary>As the specifications have it.</summary>
    public static ProviderQuirks Plain { get; } = new("oidc", "OpenID Connect");

    /// <summary>The least that is still OpenID Connect: a lean ID token, no refresh token, one way to authenticate, nothing advertised that need not be.</summary>
    public static ProviderQuirks Poor { get; } =
        new("oidc:poor", "OpenID Connect, the least of it")
        {
            MetadataPaths = ["{path}/.well-known/openid-configuration"],
            MetadataLacks =
            [
                "grant_types_supported",
                "scopes_supported",
                "code_challenge_methods_supported",
                "token_endpoint_auth_methods_supported",
            ],
            Paths = new ProviderPaths { Introspect = null, Revoke = null },
            IdTokenIsLean = true,
            Pkce = PkceRule.Ignored,
            ClientAuthentication = ["client_secret_basic"],
            AccessToken = new AccessTokenQuirks { IsJwt = false },
            Scopes = new ScopeQuirks
            {
                Known = ["openid", "profile", "email"],
                RefusesUnknown = false,
                IsOffline = _ => false,
            },
            TokenAnswer = new TokenAnswerQuirks
            {
                TokenType = "bearer",
                HasExpiresIn = false,
                HasScope = false,
            },
        };

    /// <summary>Everything: elliptic keys, RFC 9207, RFC 8693, PKCE required.</summary>
    public static ProviderQuirks Rich { get; } =
        new("oidc:rich", "OpenID Connect, all of it")
        {
            Algorithm = "ES256",
            NamesIssuerInCallback = true,
            Pkce = PkceRule.Required,
            Exchange = ExchangeRule.TokenExchange,
            Resource = ResourceRule.Binds,
        };
}
