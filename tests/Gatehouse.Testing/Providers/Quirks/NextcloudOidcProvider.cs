using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers.Tokens;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>Nextcloud's app <c>oidc</c> (H2CK 2.0.9).</summary>
public static class NextcloudOidcProvider
{
    private const string App = "/index.php/apps/oidc";
    private const int ClientLifetime = 3600;

    /// <summary>Without a rewrite rule for <c>/.well-known</c>, opaque access tokens.</summary>
    public static ProviderQuirks Today { get; } =
        new("nextcloud-oidc", "Nextcloud (app OIDC Identity Provider)")
        {
            MetadataPaths = [App + "/openid-configuration", "/index.php/.well-known/openid-configuration"],
            MetadataHas = """{"code_challenge_methods_supported":["plain","S256"]}""",
            Paths = new ProviderPaths
            {
                Authorize = App + "/authorize",
                Token = App + "/token",
                Keys = App + "/jwks",
                Account = App + "/userinfo",
                Introspect = App + "/introspect",
                Revoke = null,
                Register = App + "/register",
                EndSession = App + "/logout",
            },
            ClientAuthentication = ["client_secret_post", "client_secret_basic"],
            IdClaims = """{"sub":"{userName}","azp":"{clientId}","jti":"{jti}"}""",
            AccountClaims = """{"sub":"{userName}","preferred_username":"{userName}"}""",
            AccessToken = new AccessTokenQuirks
            {
                IsJwt = false,
                Length = 72,
                Lifetime = 900,
                Claims =
                    """{"sub":"{userName}","aud":"{audience}","client_id":"{clientId}","azp":"{clientId}","scope":"{scope}"}""",
            },
            Scopes = new ScopeQuirks
            {
                Known = ["openid", "profile", "email", "roles", "groups", "offline_access"],
                RefusesUnknown = false,
            },
            Resource = ResourceRule.Binds,
            TokenRule = ExpiredClient,
            Registration = Register,
            Errors = new ProviderErrors
            {
                UnknownClient = new ErrorWords("invalid_client", "Client not found."),
                BadClient = new ErrorWords("invalid_client", "Client not found."),
                BadCode = new ErrorWords("invalid_grant", "Access token not found."),
                DeadRefreshToken = new ErrorWords("invalid_grant", "Refresh token not found."),
            },
        };

    /// <summary>Access tokens as RFC 9068 has them.</summary>
    public static ProviderQuirks WithJwt { get; } =
        Today with
        {
            Slug = "nextcloud-oidc:jwt",
            AccessToken = Today.AccessToken with { IsJwt = true },
        };

    /// <summary>Registration is off, as it is at first.</summary>
    public static ProviderQuirks Closed { get; } =
        Today with
        {
            Slug = "nextcloud-oidc:closed",
            Registration = call =>
                call.Refuse(
                    new ErrorWords("dynamic_registration_not_allowed", "Dynamic Client Registration is disabled.")
                ),
        };

    private static ProviderAnswer? ExpiredClient(ProviderCall call) =>
        call.Engine.Clients.TryGetValue(call["client_id"] ?? "", out var client) && client.IsExpired
            ? call.Refuse(new ErrorWords("expired_client", "Client expired."))
            : null;

    private static ProviderAnswer Register(ProviderCall call) =>
        ProviderAnswer.Json(
            new JsonObject
            {
                ["client_id"] = ProviderGrants.Random(),
                ["client_secret"] = ProviderGrants.Random(),
                ["client_id_issued_at"] = call.Engine.Now,
                ["client_secret_expires_at"] = call.Engine.Now + ClientLifetime,
                ["token_endpoint_auth_method"] = "client_secret_post",
                ["grant_types"] = new JsonArray("authorization_code"),
                ["response_types"] = new JsonArray("code"),
                ["scope"] = "openid profile email roles",
            },
            status: 201
        );
}
