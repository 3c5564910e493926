namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>PingFederate; from documents only.</summary>
public static class PingFederateProvider
{
    /// <summary>Its default Access Token Manager makes JWTs; a resource none of them knows is refused.</summary>
    public static ProviderQuirks Today { get; } =
        new("pingfederate", "PingFederate")
        {
            Paths = new ProviderPaths
            {
                Authorize = "/as/authorization.oauth2",
                Token = "/as/token.oauth2",
                Keys = "/pf/JWKS",
                Account = "/idp/userinfo.openid",
                Introspect = "/as/introspect.oauth2",
                Revoke = "/as/revoke_token.oauth2",
                Device = "/as/device_authz.oauth2",
            },
            IdClaims = """{"sub":"{sub}","pi.sri":"{jti}"}""",
            AccessToken = new AccessTokenQuirks
            {
                Type = null,
                Lifetime = 7199,
                Audience = "\"https://api\"",
                Claims = """{"sub":"{sub}","aud":"{audience}","client_id":"{clientId}","scope":"{scope}"}""",
            },
            Scopes = new ScopeQuirks
            {
                Known = ["openid", "profile", "email", "groups", "mcp"],
                Advertised = ["openid", "profile", "email"],
                Offline = null,
            },
            TokenAnswer = new TokenAnswerQuirks { HasScope = false },
            Resource = ResourceRule.BindsKnown,
            KnownResources = ["https://api", "https://files"],
            Exchange = ExchangeRule.TokenExchange,
            Errors = new ProviderErrors
            {
                BadTarget = new ErrorWords(
                    "invalid_target",
                    "The requested resource is invalid, unknown, or malformed."
                ),
                BadScope = new ErrorWords(
                    "invalid_scope",
                    "The requested scope(s) must be blank or a subset of the provided scopes."
                ),
                BadClient = new ErrorWords("invalid_client", "Invalid client or client credentials.", 401),
                BadCode = new ErrorWords("invalid_grant", "Authorization code is invalid or expired."),
                DeadRefreshToken = new ErrorWords("invalid_grant", "unknown, invalid, or expired refresh token"),
            },
        };
}
