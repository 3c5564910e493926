using System.Collections.Frozen;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>Zitadel.</summary>
public static class ZitadelProvider
{
    /// <summary>Opaque access tokens and a lean ID token, as an application is made.</summary>
    public static ProviderQuirks Today { get; } =
        new("zitadel", "Zitadel")
        {
            Settings = new Dictionary<string, string> { ["projectId"] = "321000000000000001" }.ToFrozenDictionary(),
            MetadataPaths = ["/.well-known/openid-configuration"],
            Paths = new ProviderPaths
            {
                Authorize = "/oauth/v2/authorize",
                Token = "/oauth/v2/token",
                Keys = "/oauth/v2/keys",
                Account = "/oidc/v1/userinfo",
                Introspect = "/oauth/v2/introspect",
                Revoke = "/oauth/v2/revoke",
                Device = "/oauth/v2/device_authorization",
                EndSession = "/oidc/v1/end_session",
            },
            IdClaims = """{"sub":"{sub}","azp":"{clientId}","client_id":"{clientId}","amr":["pwd"]}""",
            IdTokenIsLean = true,
            ScopeClaims = new Dictionary<string, string>
            {
                ["profile"] = """{"name":"{name}","preferred_username":"{userName}@example.zitadel.test"}""",
                ["email"] = """{"email":"{email}","email_verified":"{emailVerified}"}""",
                ["urn:zitadel:iam:user:resourceowner"] =
                    """{"urn:zitadel:iam:user:resourceowner:id":"300000000000000001","urn:zitadel:iam:user:resourceowner:name":"Example"}""",
                ["urn:zitadel:iam:org:project:roles"] =
                    """{"urn:zitadel:iam:org:project:roles":{"Reader":{"300000000000000001":"example.test"}}}""",
            }.ToFrozenDictionary(),
            AccessToken = new AccessTokenQuirks
            {
                IsJwt = false,
                Length = 86,
                Lifetime = 43199,
                Audience = """["{clientId}","{projectId}"]""",
            },
            TokenAnswer = new TokenAnswerQuirks { HasScope = false },
            Errors = new ProviderErrors
            {
                UnknownClient = new ErrorWords("invalid_request", "Errors.App.NotFound"),
                BadRedirect = new ErrorWords(
                    "invalid_request",
                    "The requested redirect_uri is missing in the client configuration. If you have any questions, you may contact the administrator of the application."
                ),
                Denied = new ErrorWords("access_denied", "The authorization request was denied."),
                BadClient = new ErrorWords("invalid_client", "client authentication failed", 401),
                BadCode = new ErrorWords("invalid_grant", "Errors.AuthRequest.NoCode"),
                DeadRefreshToken = new ErrorWords("invalid_grant", "Errors.User.RefreshToken.Invalid"),
            },
        };

    /// <summary>An application whose access tokens are JWTs.</summary>
    public static ProviderQuirks WithJwt { get; } =
        Today with
        {
            Slug = "zitadel:jwt",
            AccessToken = Today.AccessToken with { IsJwt = true, Type = "at+jwt" },
        };
}
