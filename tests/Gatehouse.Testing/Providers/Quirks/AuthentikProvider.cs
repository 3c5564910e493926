using System.Collections.Frozen;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>authentik: an issuer for each application, with a slash at its end; endpoints for all.</summary>
public static class AuthentikProvider
{
    /// <summary>A provider with a signing key.</summary>
    public static ProviderQuirks Today { get; } =
        new("authentik", "authentik")
        {
            IssuerPath = "/application/o/{tenant}/",
            Tenant = "gatehouse",
            MetadataPaths = ["/application/o/{tenant}/.well-known/openid-configuration"],
            MetadataHas = """{"code_challenge_methods_supported":["plain","S256"]}""",
            Paths = new ProviderPaths
            {
                Authorize = "/application/o/authorize/",
                Token = "/application/o/token/",
                Keys = "/application/o/{tenant}/jwks/",
                Account = "/application/o/userinfo/",
                Introspect = "/application/o/introspect/",
                Revoke = "/application/o/revoke/",
                Device = "/application/o/device/",
                EndSession = "/application/o/{tenant}/end-session/",
            },
            IdClaims = """{"sub":"{sub}","acr":"goauthentik.io/providers/oauth2/default","amr":["pwd"]}""",
            ScopeClaims = new Dictionary<string, string>
            {
                ["profile"] =
                    """{"name":"{name}","preferred_username":"{userName}","nickname":"{userName}","groups":"{groups}"}""",
                ["email"] = """{"email":"{email}","email_verified":"{emailVerified}"}""",
            }.ToFrozenDictionary(),
            AccessToken = new AccessTokenQuirks
            {
                Type = "JWT",
                Lifetime = 300,
                Claims = """{"sub":"{sub}","aud":"{audience}","azp":"{clientId}","uid":"{jti}","scope":"{scope}"}""",
            },
            Scopes = new ScopeQuirks
            {
                Known = ["openid", "profile", "email", "offline_access", "goauthentik.io/api"],
                RefusesUnknown = false,
            },
            Exchange = ExchangeRule.TokenExchange,
            KnownResources = ["nextcloud", "{clientId}"],
            Errors = new ProviderErrors
            {
                UnknownClient = new ErrorWords(
                    "client_id_error",
                    "Client ID Error: The client identifier (client_id) is missing or invalid."
                ),
                BadRedirect = new ErrorWords(
                    "redirect_uri_error",
                    "Redirect URI Error: The request fails due to a missing, invalid, or mismatching redirection URI (redirect_uri)."
                ),
                Denied = new ErrorWords(
                    "access_denied",
                    "The resource owner or authorization server denied the request"
                ),
                BadClient = new ErrorWords(
                    "invalid_client",
                    "Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)"
                ),
                BadCode = Grant,
                DeadRefreshToken = Grant,
            },
        };

    /// <summary>A provider nobody gave a signing key: it signs with the client's secret.</summary>
    public static ProviderQuirks WithoutKey { get; } =
        Today with
        {
            Slug = "authentik:without-key",
            Algorithm = "HS256",
        };

    private static ErrorWords Grant =>
        new(
            "invalid_grant",
            "The provided authorization grant or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client"
        );
}
