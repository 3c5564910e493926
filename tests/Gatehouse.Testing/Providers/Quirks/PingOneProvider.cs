using System.Collections.Frozen;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>PingOne; from documents only.</summary>
public static class PingOneProvider
{
    private static readonly string[] own = ["p1:read:user", "p1:update:user"];

    /// <summary>Scopes of its own API and of a custom resource are not asked for together.</summary>
    public static ProviderQuirks Today { get; } =
        new("pingone", "PingOne")
        {
            IssuerPath = "/{tenant}/as",
            Tenant = "c2c2b4f8-98ab-4cee-a0a5-2ba5a1e4b5b6",
            Settings = new Dictionary<string, string> { ["resourceAudience"] = "https://api" }.ToFrozenDictionary(),
            MetadataPaths = ["/{tenant}/as/.well-known/openid-configuration"],
            Paths = new ProviderPaths
            {
                Authorize = "/{tenant}/as/authorize",
                Token = "/{tenant}/as/token",
                Keys = "/{tenant}/as/jwks",
                Account = "/{tenant}/as/userinfo",
                Introspect = "/{tenant}/as/introspect",
                Revoke = "/{tenant}/as/revoke",
                Device = "/{tenant}/as/device_authorization",
                EndSession = "/{tenant}/as/signoff",
            },
            IdClaims = """{"sub":"{sub}","env":"{tenant}","amr":["pwd"]}""",
            AccessToken = new AccessTokenQuirks
            {
                Type = null,
                Audience = "[\"{resourceAudience}\"]",
                Claims =
                    """{"sub":"{sub}","aud":"{audience}","client_id":"{clientId}","scope":"{scope}","env":"{tenant}"}""",
            },
            Scopes = new ScopeQuirks
            {
                Known = ["openid", "profile", "email", "address", "phone", "p1:read:user", "p1:update:user", "mcp"],
                Advertised = ["openid", "profile", "email", "address", "phone"],
                Offline = null,
            },
            Exchange = ExchangeRule.TokenExchange,
            AuthorizeRule = call =>
                call.Scopes.Any(own.Contains) && call.Scopes.Contains("mcp")
                    ? call.RefuseBack(new ErrorWords("invalid_scope", "May not request scopes for multiple resources"))
                    : null,
            Errors = new ProviderErrors
            {
                BadRedirect = new ErrorWords("invalid_request", "Redirect URI mismatch"),
                BadScope = new ErrorWords("invalid_scope", "At least one scope must be granted"),
                BadClient = new ErrorWords(
                    "invalid_client",
                    "Request denied: Unsupported authentication method or invalid client credentials",
                    401
                ),
                BadCode = new ErrorWords("invalid_grant", "The provided authorization code is invalid or expired"),
                DeadRefreshToken = new ErrorWords("invalid_grant", "The provided refresh token is invalid or expired"),
            },
        };
}
