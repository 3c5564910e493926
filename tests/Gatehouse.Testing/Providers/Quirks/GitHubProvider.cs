using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers.Endpoints;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>GitHub, an OAuth App: no OpenID Connect, forms for answers, errors with status 200.</summary>
public static class GitHubProvider
{
    private const string Help = "https://docs.github.com/";

    /// <summary>As it is.</summary>
    public static ProviderQuirks Today { get; } =
        new("github", "GitHub")
        {
            IssuerPath = "/login/oauth",
            Settings = new Dictionary<string, string> { ["apiUrl"] = "{host}" }.ToFrozenDictionary(),
            MetadataPaths = ["/.well-known/oauth-authorization-server{path}"],
            MetadataLacks =
            [
                "userinfo_endpoint",
                "jwks_uri",
                "subject_types_supported",
                "id_token_signing_alg_values_supported",
                "scopes_supported",
                "token_endpoint_auth_methods_supported",
                "device_authorization_endpoint",
            ],
            Paths = new ProviderPaths
            {
                Authorize = "/login/oauth/authorize",
                Token = "/login/oauth/access_token",
                Keys = null,
                Account = "/user",
                Introspect = null,
                Revoke = null,
            },
            HasIdToken = false,
            ScopeClaims = FrozenDictionary<string, string>.Empty,
            AccountClaims =
                """{"login":"{userName}","id":"{number}","name":"{name}","email":"{email}","type":"User"}""",
            AccountRule = call =>
                string.IsNullOrEmpty(call.Request.Header("User-Agent"))
                    ? new ProviderAnswer(
                        403,
                        "text/html",
                        "Request forbidden by administrative rules. Please make sure your request has a User-Agent header."
                    )
                    : null,
            AccessToken = new AccessTokenQuirks
            {
                IsJwt = false,
                Prefix = "gho_",
                Length = 36,
                Lifetime = 365 * 24 * 3600,
            },
            Scopes = new ScopeQuirks
            {
                RefusesUnknown = false,
                Separator = ',',
                IsOffline = _ => false,
            },
            ClientAuthentication = ["client_secret_post", "client_secret_basic"],
            TokenAnswer = new TokenAnswerQuirks
            {
                IsFormByDefault = true,
                TokenType = "bearer",
                HasExpiresIn = false,
            },
            More = new Dictionary<string, Func<ProviderCall, ProviderAnswer>>
            {
                ["GET /user/orgs"] = Organizations,
                ["POST /applications/{tenant}/token"] = Check,
                ["DELETE /applications/{tenant}/token"] = Delete,
                ["DELETE /applications/{tenant}/grant"] = Delete,
            }.ToFrozenDictionary(),
            NotFound = "Not Found",
            Errors = new ProviderErrors
            {
                UnknownClient = new ErrorWords("Not Found", null, 404),
                BadRedirect = Words(
                    "redirect_uri_mismatch",
                    "The redirect_uri MUST match the registered callback URL for this application."
                ),
                Denied = Words("access_denied", "The user has denied your application access."),
                BadClient = Words(
                    "incorrect_client_credentials",
                    "The client_id and/or client_secret passed are incorrect."
                ),
                BadCode = Words("bad_verification_code", "The code passed is incorrect or expired."),
                DeadRefreshToken = Words("bad_refresh_token", "The refresh token passed is incorrect or expired."),
                BadGrantType = Words("unsupported_grant_type", "The grant_type is not supported."),
                Shape = BadCredentials,
            },
        };

    private static ErrorWords Words(string error, string description) =>
        new(error, description, 200) { More = $$"""{"error_uri":"{{Help}}"}""" };

    private static ProviderAnswer BadCredentials(ErrorWords words, JsonObject error) =>
        words.Error == "invalid_token"
            ? ProviderAnswer.Json(
                new JsonObject
                {
                    ["message"] = "Bad credentials",
                    ["documentation_url"] = Help + "rest",
                    ["status"] = "401",
                },
                status: 401
            )
            : ProviderAnswer.Json(error, words.Status);

    private static ProviderAnswer Organizations(ProviderCall call) =>
        AccountEndpoint.Find(call) is { } grant
            ? ProviderAnswer.Json(
                new JsonArray([
                    .. grant.Person.Organizations.Select(
                        (name, index) => new JsonObject { ["login"] = name, ["id"] = index + 1 }
                    ),
                ])
            )
            : call.Refuse(call.Quirks.Errors.BadToken);

    private static ProviderAnswer Check(ProviderCall call) =>
        Own(call, out _) is { } refused
            ? refused
            : ProviderAnswer.Json(new JsonObject { ["app"] = new JsonObject { ["client_id"] = call.Tenant } });

    private static ProviderAnswer Delete(ProviderCall call)
    {
        if (Own(call, out var token) is { } refused)
        {
            return refused;
        }

        call.Engine.Grants.Revoke(token);
        return ProviderAnswer.Empty(204);
    }

    // Basic authentication by the client itself; the token must be one of its own.
    private static ProviderAnswer? Own(ProviderCall call, out string? token)
    {
        token = null;
        if (ClientAuthentication.Find(call, out _)?.Id != call.Tenant)
        {
            return call.Refuse(call.Quirks.Errors.BadToken);
        }

        token = (string?)JsonNode.Parse(call.Request.Body)?["access_token"];
        return call.Engine.Grants.TryFindAccessToken(token, out var issued) && issued.Grant.ClientId == call.Tenant
            ? null
            : ProviderAnswer.Json(new JsonObject { ["message"] = "Not Found" }, status: 404);
    }
}
