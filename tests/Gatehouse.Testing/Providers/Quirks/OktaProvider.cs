using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers.Tokens;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>Okta, a custom authorization server.</summary>
public static class OktaProvider
{
    /// <summary>The one called "default".</summary>
    public static ProviderQuirks Today { get; } =
        new("okta", "Okta")
        {
            IssuerPath = "/oauth2/default",
            Settings = new Dictionary<string, string>
            {
                ["authorizationServerAudience"] = "api://default",
            }.ToFrozenDictionary(),
            MetadataPaths =
            [
                "{path}/.well-known/openid-configuration",
                "{path}/.well-known/oauth-authorization-server",
                "/.well-known/oauth-authorization-server{path}",
            ],
            MetadataHas = """{"request_parameter_supported":true}""",
            Paths = new ProviderPaths
            {
                Authorize = "/oauth2/default/v1/authorize",
                Token = "/oauth2/default/v1/token",
                Keys = "/oauth2/default/v1/keys",
                Account = "/oauth2/default/v1/userinfo",
                Introspect = "/oauth2/default/v1/introspect",
                Revoke = "/oauth2/default/v1/revoke",
                Register = "/oauth2/v1/clients",
                Device = "/oauth2/default/v1/device/authorize",
                EndSession = "/oauth2/default/v1/logout",
            },
            IdClaims = """{"sub":"00u{sub}","ver":1,"idp":"00oSim","amr":["pwd"]}""",
            AccountClaims = """{"sub":"00u{sub}","zoneinfo":"Europe/Berlin"}""",
            AccessToken = new AccessTokenQuirks
            {
                Type = null,
                Audience = "\"{authorizationServerAudience}\"",
                Claims =
                    """{"ver":1,"jti":"AT.{jti}","aud":"{audience}","cid":"{clientId}","uid":"00u{sub}","scp":"{scopes}","sub":"{email}","auth_time":"{authTime}"}""",
            },
            Scopes = new ScopeQuirks
            {
                Known =
                [
                    "openid",
                    "profile",
                    "email",
                    "address",
                    "phone",
                    "groups",
                    "offline_access",
                    "device_sso",
                    "mcp.read",
                    "mcp.write",
                ],
                Advertised = ["openid", "profile", "email", "address", "phone", "offline_access", "device_sso"],
            },
            Exchange = ExchangeRule.TokenExchange,
            KnownResources = ["api://default", "api://files"],
            Registration = Register,
            AuthorizeRule = Policy,
            Errors = OktaErrors,
        };

    internal static ProviderErrors OktaErrors =>
        new()
        {
            UnknownClient = new ErrorWords("invalid_client", "Invalid value for 'client_id' parameter."),
            BadRedirect = new ErrorWords(
                "invalid_request",
                "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings."
            ),
            BadScope = new ErrorWords(
                "invalid_scope",
                "One or more scopes are not configured for the authorization server resource."
            ),
            Denied = new ErrorWords("access_denied", "User is not assigned to the client application."),
            BadChallenge = new ErrorWords(
                "invalid_request",
                "PKCE code challenge is required when the token endpoint authentication method is 'NONE'."
            ),
            BadClient = new ErrorWords(
                "invalid_client",
                "The client secret supplied for a confidential client is invalid.",
                401
            ),
            BadCode = new ErrorWords("invalid_grant", "The authorization code is invalid or has expired."),
            DeadRefreshToken = new ErrorWords("invalid_grant", "The refresh token is invalid or expired."),
        };

    internal static ProviderAnswer? Policy(ProviderCall call) =>
        call.Scopes.Contains("denied")
            ? call.RefuseBack(
                new ErrorWords(
                    "access_denied",
                    "Policy evaluation failed for this request, please check the policy configurations."
                )
            )
            : null;

    internal static ProviderAnswer Register(ProviderCall call)
    {
        var proof = call.Request.Header("Authorization");
        return proof?.StartsWith("SSWS ", StringComparison.Ordinal) == true
            ? ProviderAnswer.Json(
                new JsonObject
                {
                    ["client_id"] = "0oa" + ProviderGrants.Random(length: 17),
                    ["client_secret"] = ProviderGrants.Random(length: 64),
                    ["client_id_issued_at"] = call.Engine.Now,
                    ["client_secret_expires_at"] = 0,
                },
                status: 201
            )
            : Envelope(
                proof is null ? ("E0000005", "Invalid session", 403) : ("E0000011", "Invalid token provided", 401)
            );
    }

    private static ProviderAnswer Envelope((string Code, string Summary, int Status) error) =>
        ProviderAnswer.Json(
            new JsonObject
            {
                ["errorCode"] = error.Code,
                ["errorSummary"] = error.Summary,
                ["errorLink"] = error.Code,
                ["errorId"] = "oae" + ProviderGrants.Random(length: 22),
                ["errorCauses"] = new JsonArray(),
            },
            error.Status
        );
}
