using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>Google.</summary>
public static class GoogleProvider
{
    private const string Apis = "https://www.googleapis.com/auth/";

    /// <summary>ID tokens that name the whole issuer.</summary>
    public static ProviderQuirks Today { get; } =
        new("google", "Google")
        {
            EndpointsElsewhere = true,
            MetadataPaths = ["/.well-known/openid-configuration"],
            MetadataHas = """{"code_challenge_methods_supported":["plain","S256"]}""",
            Paths = new ProviderPaths
            {
                Authorize = "/o/oauth2/v2/auth",
                Keys = "/oauth2/v3/certs",
                Account = "/v1/userinfo",
                Introspect = null,
                Device = "/device/code",
            },
            ClientAuthentication = ["client_secret_post", "client_secret_basic"],
            IdClaims = """{"sub":"{sub}","azp":"{clientId}","hd":"{hostedDomain}"}""",
            AccountClaims = """{"sub":"{sub}","hd":"{hostedDomain}"}""",
            ScopeClaims = new Dictionary<string, string>
            {
                ["profile"] = """{"name":"{name}","given_name":"{name}"}""",
                ["email"] = """{"email":"{email}","email_verified":"{emailVerified}"}""",
            }.ToFrozenDictionary(),
            AccessToken = new AccessTokenQuirks
            {
                IsJwt = false,
                Prefix = "ya29.a0",
                Length = 120,
                Lifetime = 3599,
            },
            Scopes = new ScopeQuirks
            {
                Advertised = ["openid", "email", "profile"],
                Offline = null,
                IsOffline = IsOffline,
            },
            TokenAnswer = new TokenAnswerQuirks { RefreshPrefix = "1//" },
            Refresh = RefreshRule.Stays,
            AuthorizeRule = call =>
                call.Scopes.Any(scope =>
                    scope is not ("openid" or "email" or "profile") && !scope.StartsWith(Apis, StringComparison.Ordinal)
                )
                    ? ProviderAnswer.Html(
                        400,
                        "<h1>Access blocked: Authorization Error</h1><p>Error 400: invalid_scope</p>"
                    )
                    : null,
            More = new Dictionary<string, Func<ProviderCall, ProviderAnswer>>
            {
                ["GET /tokeninfo"] = TokenInfo,
                ["POST /device/code"] = Device,
            }.ToFrozenDictionary(),
            Errors = new ProviderErrors
            {
                UnknownClient = new ErrorWords("invalid_client", "The OAuth client was not found.", 401),
                BadRedirect = new ErrorWords("redirect_uri_mismatch"),
                Denied = new ErrorWords("access_denied"),
                BadClient = new ErrorWords("invalid_client", "The OAuth client was not found.", 401),
                NoClientProof = new ErrorWords("invalid_request", "client_secret is missing."),
                BadCode = new ErrorWords("invalid_grant", "Malformed auth code."),
                DeadRefreshToken = new ErrorWords("invalid_grant", "Token has been expired or revoked."),
            },
        };

    /// <summary>ID tokens that name the issuer without its scheme, as Google's documents allow.</summary>
    public static ProviderQuirks WithoutScheme { get; } =
        Today with
        {
            Slug = "google:without-scheme",
            IdTokenIssuer = "accounts.google.com",
        };

    // A refresh token comes with access_type=offline, at the first consent or when consent is asked for again.
    private static bool IsOffline(ProviderCall call) =>
        call["access_type"] == "offline"
        && (
            call["prompt"]?.Contains("consent", StringComparison.Ordinal) == true
            || call.Engine.RequestsTo(ProviderEndpoint.Authorize).Count == 1
        );

    private static ProviderAnswer TokenInfo(ProviderCall call)
    {
        if (!call.Engine.Grants.TryFindAccessToken(call["access_token"], out var issued))
        {
            return call.Refuse(new ErrorWords("invalid_token", "Invalid Value"));
        }

        var (grant, engine) = (issued.Grant, call.Engine);
        return ProviderAnswer.Json(
            new JsonObject
            {
                ["azp"] = grant.ClientId,
                ["aud"] = grant.ClientId,
                ["sub"] = grant.Person.Subject,
                ["scope"] = string.Join(' ', grant.Scopes),
                ["exp"] = issued.ExpiresAt.ToString(CultureInfo.InvariantCulture),
                ["expires_in"] = (issued.ExpiresAt - engine.Now).ToString(CultureInfo.InvariantCulture),
                ["email"] = grant.Person.Email,
                ["email_verified"] = grant.Person.EmailVerified ? "true" : "false",
                ["access_type"] = grant.IsOffline ? "offline" : "online",
            }
        );
    }

    private static ProviderAnswer Device(ProviderCall call) =>
        ProviderAnswer.Json(
            new JsonObject
            {
                ["device_code"] = Tokens.ProviderGrants.Random(),
                ["user_code"] = "ABC-DEF",
                ["expires_in"] = 1800,
                ["interval"] = 5,
                ["verification_url"] = "https://www.google.com/device",
            }
        );
}
