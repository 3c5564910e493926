using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers.Endpoints;
using Gatehouse.Testing.Providers.Tokens;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>GitLab.</summary>
public static class GitLabProvider
{
    /// <summary>Open registration whose scope is always <c>mcp</c>; opaque tokens; refresh tokens good once.</summary>
    public static ProviderQuirks Today { get; } =
        new("gitlab", "GitLab")
        {
            Paths = new ProviderPaths
            {
                Authorize = "/oauth/authorize",
                Token = "/oauth/token",
                Keys = "/oauth/discovery/keys",
                Account = "/oauth/userinfo",
                Introspect = "/oauth/introspect",
                Revoke = "/oauth/revoke",
                Register = "/oauth/register",
                Device = "/oauth/authorize_device",
            },
            IdClaims = """{"sub":"{sub}"}""",
            IdTokenIsLean = true,
            AccountClaims = """{"sub":"{sub}","nickname":"{userName}","groups":"{groups}"}""",
            AccessToken = new AccessTokenQuirks
            {
                IsJwt = false,
                Length = 64,
                Lifetime = 7200,
            },
            Scopes = new ScopeQuirks
            {
                Known = ["openid", "profile", "email", "read_user", "api", "read_api", "mcp"],
                Advertised = ["api", "read_api", "read_user", "mcp", "openid", "profile", "email"],
                Offline = null,
            },
            TokenAnswer = new TokenAnswerQuirks { More = """{"created_at":"{now}"}""" },
            Registration = Register,
            More = new Dictionary<string, Func<ProviderCall, ProviderAnswer>>
            {
                ["GET /oauth/token/info"] = TokenInfo,
            }.ToFrozenDictionary(),
            Errors = new ProviderErrors
            {
                BadRedirect = new ErrorWords("invalid_request", "The redirect URI included is not valid."),
                BadScope = new ErrorWords("invalid_scope", "The requested scope is invalid, unknown, or malformed."),
                Denied = new ErrorWords(
                    "access_denied",
                    "The resource owner or authorization server denied the request."
                ),
                BadClient = new ErrorWords(
                    "invalid_client",
                    "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.",
                    401
                ),
                BadCode = Grant,
                DeadRefreshToken = Grant,
                BadToken = new ErrorWords("invalid_token", "The access token is invalid", 401),
            },
        };

    private static ErrorWords Grant =>
        new(
            "invalid_grant",
            "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client."
        );

    private static ProviderAnswer Register(ProviderCall call) =>
        ProviderAnswer.Json(
            new JsonObject
            {
                ["client_id"] = ProviderGrants.Random(),
                ["client_id_issued_at"] = call.Engine.Now,
                ["redirect_uris"] = JsonNode.Parse(call.Request.Body)?["redirect_uris"]?.DeepClone(),
                ["token_endpoint_auth_method"] = "none",
                ["grant_types"] = new JsonArray("authorization_code"),
                ["require_pkce"] = true,
                ["client_name"] = "[Unverified Dynamic Application]",
                ["scope"] = "mcp",
                ["dynamic"] = true,
            },
            status: 201
        );

    private static ProviderAnswer TokenInfo(ProviderCall call) =>
        AccountEndpoint.Find(call) is { } grant
            ? ProviderAnswer.Json(
                new JsonObject
                {
                    ["resource_owner_id"] = grant.Person.Subject,
                    ["scope"] = new JsonArray([.. grant.Scopes.Select(scope => JsonValue.Create(scope))]),
                    ["expires_in"] = call.Quirks.AccessToken.Lifetime,
                    ["application"] = new JsonObject { ["uid"] = grant.ClientId },
                    ["created_at"] = grant.AuthenticatedAt,
                }
            )
            : call.Refuse(call.Quirks.Errors.BadToken);
}
