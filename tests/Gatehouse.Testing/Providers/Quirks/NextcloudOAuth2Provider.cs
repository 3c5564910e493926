using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>Nextcloud's own app <c>oauth2</c>: no metadata, no scopes, the registered address whatever is asked for, meanings swapped.</summary>
public static class NextcloudOAuth2Provider
{
    /// <summary>With the code challenges of pull request 59930.</summary>
    public static ProviderQuirks Today { get; } =
        new("nextcloud-oauth2", "Nextcloud (OAuth 2.0)")
        {
            MetadataPaths = [],
            Paths = new ProviderPaths
            {
                Authorize = "/index.php/apps/oauth2/authorize",
                Token = "/index.php/apps/oauth2/api/v1/token",
                Keys = null,
                Account = "/ocs/v2.php/cloud/user",
                Introspect = null,
                Revoke = null,
            },
            HasIdToken = false,
            IgnoresRedirectUri = true,
            ScopeClaims = FrozenDictionary<string, string>.Empty,
            AccountClaims =
                """{"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":{"id":"{userName}","displayname":"{name}","email":"{email}"}}}""",
            AccountRule = call =>
                call.Request.Header("OCS-APIRequest") == "true"
                    ? null
                    : new ProviderAnswer(412, "application/json", """{"message":"CSRF check failed"}"""),
            AccessToken = new AccessTokenQuirks { IsJwt = false, Length = 72 },
            Scopes = new ScopeQuirks { Offline = null },
            ClientAuthentication = ["client_secret_post", "client_secret_basic"],
            TokenAnswer = new TokenAnswerQuirks { HasScope = false, More = """{"user_id":"{userName}"}""" },
            TokenRule = call =>
                call["grant_type"] is "authorization_code" or "refresh_token" or null
                    ? null
                    : call.Refuse(new ErrorWords("invalid_grant")),
            Errors = new ProviderErrors
            {
                // The page of the app's own for a client it does not know has status 200.
                UnknownClient = new ErrorWords("Client is not authorized to connect", null, 200),
                BadClient = new ErrorWords("invalid_client"),
                BadCode = new ErrorWords("invalid_request"),
                DeadRefreshToken = new ErrorWords("invalid_request"),
                BadGrantType = new ErrorWords("invalid_grant"),
                Shape = OfApi,
            },
        };

    /// <summary>Before pull request 59930: a code challenge is neither kept nor checked.</summary>
    public static ProviderQuirks WithoutPkce { get; } =
        Today with
        {
            Slug = "nextcloud-oauth2:without-pkce",
            Pkce = PkceRule.Ignored,
        };

    private static ProviderAnswer OfApi(ErrorWords words, JsonObject error) =>
        words.Error == "invalid_token"
            ? new ProviderAnswer(
                401,
                "application/json",
                """{"ocs":{"meta":{"status":"failure","statuscode":997,"message":"Current user is not logged in"},"data":[]}}"""
            )
            : ProviderAnswer.Json(error, words.Status);
}
