using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers.Tokens;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>Auth0.</summary>
public static class Auth0Provider
{
    /// <summary>Registration off, as in a new tenant; refresh tokens rotate.</summary>
    public static ProviderQuirks Today { get; } =
        new("auth0", "Auth0")
        {
            IssuerPath = "/",
            Settings = new Dictionary<string, string> { ["audience"] = "https://api" }.ToFrozenDictionary(),
            MetadataHas = """{"code_challenge_methods_supported":["S256","plain"]}""",
            Paths = new ProviderPaths
            {
                Token = "/oauth/token",
                Keys = "/.well-known/jwks.json",
                Introspect = null,
                Revoke = "/oauth/revoke",
                Register = "/oidc/register",
                Device = "/oauth/device/code",
                EndSession = "/oidc/logout",
            },
            IdClaims = """{"sub":"auth0|{sub}","sid":"{jti}"}""",
            AccountClaims = """{"sub":"auth0|{sub}"}""",
            ScopeClaims = new Dictionary<string, string>
            {
                ["profile"] = """{"name":"{name}","nickname":"{userName}"}""",
                ["email"] = """{"email":"{email}","email_verified":"{emailVerified}"}""",
            }.ToFrozenDictionary(),
            AccessToken = new AccessTokenQuirks
            {
                IsJwtFor = grant => grant.Audience is not null,
                Type = "JWT",
                Length = 32,
                Lifetime = 86400,
                Claims =
                    """{"sub":"auth0|{sub}","aud":["{audience}","{host}/userinfo"],"scope":"{scope}","azp":"{clientId}","jti":null}""",
            },
            Resource = ResourceRule.AudienceBindsKnown,
            KnownResources = ["{audience}"],
            Exchange = ExchangeRule.TokenExchange,
            AuthorizeRule = UnknownAudience,
            TokenRule = ThirdParty,
            Registration = _ =>
                ProviderAnswer.Json(
                    new JsonObject
                    {
                        ["statusCode"] = 404,
                        ["error"] = "Not Found",
                        ["message"] = "Not Found",
                    },
                    status: 404
                ),
            Errors = new ProviderErrors
            {
                UnknownClient = new ErrorWords("invalid_request", "Unknown client: {askedClient}"),
                BadRedirect = new ErrorWords("unauthorized_client", "Callback URL mismatch.", 403),
                Denied = new ErrorWords("access_denied", "User did not authorize the request"),
                BadClient = new ErrorWords("access_denied", "Unauthorized", 401),
                BadCode = new ErrorWords("invalid_grant", "Invalid authorization code", 403),
                DeadRefreshToken = new ErrorWords("invalid_grant", "Unknown or invalid refresh token.", 403),
            },
        };

    /// <summary>With open registration: clients nobody gave anything to.</summary>
    public static ProviderQuirks Open { get; } =
        Today with
        {
            Slug = "auth0:open",
            Registration = call =>
                ProviderAnswer.Json(
                    new JsonObject
                    {
                        ["client_id"] = "tpc_" + ProviderGrants.Random(length: 28),
                        ["client_secret"] = ProviderGrants.Random(),
                        ["client_id_issued_at"] = call.Engine.Now,
                        ["client_secret_expires_at"] = 0,
                    },
                    status: 201
                ),
        };

    private static ProviderAnswer? UnknownAudience(ProviderCall call) =>
        call["audience"] is { } audience && !call.Engine.KnowsResource(audience)
            ? call.RefuseBack(new ErrorWords("access_denied", $"Service not found: {audience}"))
            : null;

    private static ProviderAnswer? ThirdParty(ProviderCall call) =>
        call["client_id"]?.StartsWith("tpc_", StringComparison.Ordinal) == true
            ? call.Refuse(
                new ErrorWords(
                    "unauthorized_client",
                    call.Fill("Client is not authorized to access resource server \"{audience}\"."),
                    403
                )
            )
            : null;
}
