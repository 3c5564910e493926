using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>Microsoft Entra ID, endpoint v2.0.</summary>
public static partial class EntraProvider
{
    private const string Graph = "https://graph.microsoft.com";

    private static readonly string[] oidc = ["openid", "profile", "email", "offline_access"];

    // Bare names are scopes of Microsoft Graph.
    private static readonly string[] graphScopes = ["User.Read", "Mail.Read", "Files.Read", "GroupMember.Read.All"];

    /// <summary>OBO or refresh: the person has not consented.</summary>
    public static ErrorWords NeedsConsent { get; } =
        new(
            "invalid_grant",
            "AADSTS65001: The user or administrator has not consented to use the application with ID '{clientId}' named 'N'. Send an interactive authorization request for this user and resource."
        )
        {
            More = """{"suberror":"consent_required"}""",
        };

    /// <summary>OBO or refresh: conditional access wants a second factor.</summary>
    public static ErrorWords NeedsSecondFactor { get; } =
        new(
            "interaction_required",
            "AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access."
        )
        {
            More =
                """{"suberror":"basic_action","claims":"{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":[\"x\"]}}}"}""",
        };

    /// <summary>Refresh: the callback was registered as that of a single-page application.</summary>
    public static ErrorWords SinglePageApp { get; } =
        new(
            "invalid_grant",
            "AADSTS700084: The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime."
        );

    /// <summary>Since March 2026: <c>resource</c> must be the App ID URI that owns all scopes.</summary>
    public static ProviderQuirks Today { get; } =
        new("entra", "Microsoft Entra ID")
        {
            IssuerPath = "/{tenant}/v2.0",
            Tenant = "5b0f0a52-5f7c-4a4c-9b8d-0f4c7c1d2e3f",
            TemplatedTenants = new Dictionary<string, string>
            {
                ["common"] = "{tenantid}",
                ["organizations"] = "{tenantid}",
                ["consumers"] = "9188040d-6c67-4c5b-b112-36a304b66dad",
            }.ToFrozenDictionary(),
            Settings = new Dictionary<string, string> { ["appIdUri"] = "api://{clientId}" }.ToFrozenDictionary(),
            Paths = new ProviderPaths
            {
                Authorize = "/{tenant}/oauth2/v2.0/authorize",
                Token = "/{tenant}/oauth2/v2.0/token",
                Keys = "/{tenant}/discovery/v2.0/keys",
                Account = Graph + "/oidc/userinfo",
                Introspect = null,
                Revoke = null,
                Device = "/{tenant}/oauth2/v2.0/devicecode",
                EndSession = "/{tenant}/oauth2/v2.0/logout",
            },
            MetadataPaths = ["/{tenant}/v2.0/.well-known/openid-configuration"],
            MetadataLacks = ["code_challenge_methods_supported", "grant_types_supported"],
            MetadataHas =
                """{"response_modes_supported":["query","fragment","form_post"],"subject_types_supported":["pairwise"],"response_types_supported":["code","id_token","code id_token","id_token token"],"tenant_region_scope":"EU","cloud_instance_name":"microsoftonline.com"}""",
            ClientAuthentication = ["client_secret_post", "private_key_jwt", "client_secret_basic"],
            AssertionHeader = "x5t#S256",
            IdClaims =
                """{"sub":"pairwise-{sub}","oid":"{sub}","tid":"{tenant}","ver":"2.0","groups":"{groups}","roles":"{roles}","uti":"{jti}"}""",
            ScopeClaims = new Dictionary<string, string>
            {
                ["profile"] = """{"name":"{name}","preferred_username":"{email}"}""",
                ["email"] = """{"email":"{email}"}""",
            }.ToFrozenDictionary(),
            AccessToken = new AccessTokenQuirks
            {
                Type = "JWT",
                Lifetime = 4299,
                Claims =
                    """{"aud":"{audience}","ver":"2.0","tid":"{tenant}","oid":"{sub}","sub":"pairwise-{sub}","azp":"{clientId}","azpacr":"1","scp":"{shortScope}","preferred_username":"{email}","nbf":"{now}","uti":"{jti}","jti":null,"roles":"{roles}"}""",
            },
            Scopes = new ScopeQuirks { NotEchoed = oidc },
            TokenAnswer = new TokenAnswerQuirks { RefreshPrefix = "1.", More = """{"ext_expires_in":4299}""" },
            Refresh = RefreshRule.Rotates,
            Exchange = ExchangeRule.OnBehalfOf,
            Apis = new Dictionary<string, string>
            {
                ["{appIdUri}"] = "access mcp",
                ["x"] = "y",
                ["api://files"] = "Files.Read",
            }.ToFrozenDictionary(),
            AuthorizeRule = call => Refusal(call, Resource),
            TokenRule = UnknownScopes,
            Errors = new ProviderErrors
            {
                UnknownClient = new ErrorWords(
                    "unauthorized_client",
                    "AADSTS700016: Application with identifier '{askedClient}' was not found in the directory 'D'."
                ),
                BadRedirect = new ErrorWords(
                    "invalid_request",
                    "AADSTS50011: The redirect URI specified in the request does not match the redirect URIs configured for the application '{clientId}'."
                ),
                Denied = new ErrorWords("access_denied", "AADSTS65004: User declined to consent to access the app."),
                BadClient = new ErrorWords(
                    "invalid_client",
                    "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.",
                    401
                ),
                NoClientProof = new ErrorWords(
                    "invalid_client",
                    "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
                    401
                )
                {
                    More = """{"error_uri":"{host}/error?code=7000218"}""",
                },
                BadCode = new ErrorWords(
                    "invalid_grant",
                    "AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token."
                ),
                DeadRefreshToken = new ErrorWords(
                    "invalid_grant",
                    "AADSTS700082: The refresh token has expired due to inactivity."
                ),
                BadGrantType = new ErrorWords(
                    "unsupported_grant_type",
                    "AADSTS70003: The app requested an unsupported grant type."
                ),
                BadSubjectToken = new ErrorWords(
                    "invalid_grant",
                    "AADSTS50013: Assertion failed signature validation."
                ),
                Shape = WithTrace,
            },
        };

    /// <summary>Before March 2026: no <c>resource</c> at all.</summary>
    public static ProviderQuirks Legacy { get; } =
        Today with
        {
            Slug = "entra:legacy",
            Name = "Microsoft Entra ID before March 2026",
            AuthorizeRule = call => Refusal(call, LegacyResource),
        };

    /// <summary>An API whose manifest asks for version 1 of access tokens.</summary>
    public static ProviderQuirks OldTokens { get; } =
        Today with
        {
            Slug = "entra:v1-tokens",
            AccessToken = Today.AccessToken with
            {
                Audience = "\"{appIdUri}\"",
                Claims =
                    """{"iss":"https://sts.windows.net/{tenant}/","aud":"{audience}","ver":"1.0","tid":"{tenant}","oid":"{sub}","sub":"pairwise-{sub}","appid":"{clientId}","appidacr":"1","scp":"{shortScope}","unique_name":"{email}","upn":"{email}","nbf":"{now}","uti":"{jti}","jti":null}""",
            },
        };

    private static ProviderAnswer? Refusal(ProviderCall call, Func<ProviderCall, ErrorWords?> resource)
    {
        var words =
            MissingScope(call) ?? WrittenWrong(call) ?? resource(call) ?? SeveralResources(call) ?? Unknown(call);
        return words is null ? null : call.RefuseBack(words);
    }

    private static ErrorWords? MissingScope(ProviderCall call) =>
        call.Scopes.Count > 0
            ? null
            : new("invalid_request", "AADSTS900144: The request body must contain the following parameter: 'scope'.");

    private static ErrorWords? WrittenWrong(ProviderCall call) =>
        call.Scopes.FirstOrDefault(scope => Owner(scope) is not null && oidc.Contains(Name(scope))) is { } wrong
            ? new(
                "invalid_client",
                $"AADSTS65005: The application '{{clientId}}' asked for scope '{Name(wrong)}' that doesn't exist on the resource '{Owner(wrong)}'."
            )
            : null;

    private static ErrorWords? LegacyResource(ProviderCall call) =>
        call.Request.Has("resource")
            ? new("invalid_request", "AADSTS901002: The 'resource' request parameter is not supported.")
            : null;

    private static ErrorWords? Resource(ProviderCall call) =>
        call["resource"] is { } resource
        && (
            resource != call.Fill("{appIdUri}")
            || call.Scopes.Any(scope => !oidc.Contains(scope) && Owner(scope) != resource)
        )
            ? new(
                "invalid_target",
                "AADSTS9010010: The resource parameter provided in the request doesn't match with the requested scopes."
            )
            : null;

    private static ErrorWords? SeveralResources(ProviderCall call) =>
        call.Scopes.Where(scope => !oidc.Contains(scope)).Select(scope => Owner(scope) ?? Graph).Distinct().Count() > 1
            ? new(
                "invalid_request",
                "AADSTS28000: Provided value for the input parameter scope is not valid because it contains more than one resource."
            )
            : null;

    private static ErrorWords? Unknown(ProviderCall call)
    {
        foreach (var scope in call.Scopes.Where(scope => !oidc.Contains(scope)))
        {
            if (Owner(scope) is not { } owner)
            {
                if (!graphScopes.Contains(scope))
                {
                    return new ErrorWords(
                        "invalid_client",
                        $"AADSTS650053: The application asked for scope '{scope}' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'."
                    );
                }
            }
            else if (call.Engine.ScopesOfResource(owner) is not { Count: > 0 } known)
            {
                return new ErrorWords(
                    "invalid_resource",
                    $"AADSTS500011: The resource principal named {owner} was not found in the tenant named T."
                );
            }
            else if (Name(scope) != ".default" && !known.Contains(Name(scope)))
            {
                return new ErrorWords(
                    "invalid_client",
                    $"AADSTS65005: The application '{{clientId}}' asked for scope '{Name(scope)}' that doesn't exist on the resource '{owner}'."
                );
            }
        }

        return null;
    }

    private static ProviderAnswer? UnknownScopes(ProviderCall call) =>
        call["grant_type"] == "refresh_token"
        && call.Scopes.FirstOrDefault(scope =>
            Owner(scope) is { } owner && call.Engine.ScopesOfResource(owner).Count == 0
        )
            is { } wrong
            ? call.Refuse(
                new ErrorWords(
                    "invalid_scope",
                    $"AADSTS70011: The provided value for the input parameter 'scope' isn't valid. The scope {wrong} isn't valid."
                )
            )
            : null;

    private static string? Owner(string scope) => scope.LastIndexOf('/') is > 0 and var slash ? scope[..slash] : null;

    private static string Name(string scope) => scope[(scope.LastIndexOf('/') + 1)..];

    private static ProviderAnswer WithTrace(ErrorWords words, JsonObject error)
    {
        var description = (string?)error["error_description"] ?? "";
        var (trace, correlation) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        const string When = "2026-11-23 12:00:00Z";
        error["error_description"] =
            $"{description}\r\nTrace ID: {trace}\r\nCorrelation ID: {correlation}\r\nTimestamp: {When}";
        error["error_codes"] = new JsonArray([
            .. Code()
                .Matches(description)
                .Select(found => JsonValue.Create(int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture))),
        ]);
        error["timestamp"] = When;
        error["trace_id"] = trace;
        error["correlation_id"] = correlation;
        return ProviderAnswer.Json(error, words.Status);
    }

    [GeneratedRegex("^AADSTS([0-9]+)")]
    private static partial Regex Code();
}
