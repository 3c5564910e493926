using System.Collections.Frozen;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>AWS Cognito: issuer on one host, everything else on the host of the user pool's domain.</summary>
public static class CognitoProvider
{
    /// <summary>The classic hosted pages: <c>resource</c> is an error.</summary>
    public static ProviderQuirks Today { get; } =
        new("cognito", "AWS Cognito")
        {
            IssuerPath = "/{tenant}",
            Tenant = "eu-central-1_Simulated",
            EndpointsElsewhere = true,
            Settings = new Dictionary<string, string> { ["resourceServerId"] = "mcp" }.ToFrozenDictionary(),
            MetadataPaths = ["/{tenant}/.well-known/openid-configuration"],
            MetadataLacks = ["grant_types_supported", "code_challenge_methods_supported"],
            MetadataHas = """{"response_types_supported":["code","token"]}""",
            Paths = new ProviderPaths
            {
                Authorize = "/oauth2/authorize",
                Token = "/oauth2/token",
                Keys = "/{tenant}/.well-known/jwks.json",
                Account = "/oauth2/userInfo",
                Introspect = null,
                Revoke = "/oauth2/revoke",
            },
            ClientAuthentication = ["client_secret_basic", "client_secret_post"],
            IdClaims =
                """{"sub":"{sub}","cognito:username":"{userName}","cognito:groups":"{groups}","token_use":"id","jti":"{jti}"}""",
            AccountClaims = """{"sub":"{sub}","username":"{userName}"}""",
            AccessToken = new AccessTokenQuirks
            {
                Type = null,
                Audience = "null",
                Claims =
                    """{"sub":"{sub}","cognito:groups":"{groups}","version":2,"client_id":"{clientId}","token_use":"access","scope":"{scope}","auth_time":"{authTime}","username":"{userName}","aud":"{audience}"}""",
            },
            Scopes = new ScopeQuirks
            {
                Known =
                [
                    "openid",
                    "email",
                    "phone",
                    "profile",
                    "aws.cognito.signin.user.admin",
                    "{resourceServerId}/read",
                    "{resourceServerId}/write",
                ],
                Advertised = ["openid", "email", "phone", "profile"],
                Offline = null,
            },
            TokenAnswer = new TokenAnswerQuirks { HasScope = false },
            Refresh = RefreshRule.Stays,
            AuthorizeRule = call =>
                call.Request.Has("resource")
                    ? call.RefuseByPage(new ErrorWords("invalid_request", "unknown parameter: resource"))
                    : null,
            Errors = new ProviderErrors
            {
                UnknownClient = new ErrorWords("invalid_request", "Client does not exist."),
                BadRedirect = new ErrorWords("redirect_mismatch"),
                BadScope = new ErrorWords("invalid_request", "invalid_scope"),
                BadClient = new ErrorWords("invalid_client"),
                BadCode = new ErrorWords("invalid_grant"),
                DeadRefreshToken = new ErrorWords("invalid_grant"),
                BadGrantType = new ErrorWords("unsupported_grant_type"),
            },
        };

    /// <summary>Managed login on Essentials or Plus: <c>resource</c>, one address, becomes the audience.</summary>
    public static ProviderQuirks Binding { get; } =
        Today with
        {
            Slug = "cognito:binding",
            Name = "AWS Cognito, managed login",
            Resource = ResourceRule.Binds,
            AuthorizeRule = null,
        };
}
