using System.Collections.Frozen;
using Gatehouse.Testing.Providers.Endpoints;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>AD FS 2019; from documents only. Access tokens have an issuer of their own, and userinfo takes only those made for it.</summary>
public static class AdFsProvider
{
    private const string UserInfoAudience = "urn:microsoft:userinfo";

    /// <summary>With a Web API in the application group.</summary>
    public static ProviderQuirks Today { get; } =
        new("adfs", "AD FS")
        {
            IssuerPath = "/adfs",
            Settings = new Dictionary<string, string> { ["rpIdentifier"] = "https://api" }.ToFrozenDictionary(),
            MetadataPaths = ["{path}/.well-known/openid-configuration"],
            MetadataLacks = ["code_challenge_methods_supported"],
            MetadataHas =
                """{"access_token_issuer":"{host}/adfs/services/trust","microsoft_multi_refresh_token":true,"subject_types_supported":["pairwise"],"response_types_supported":["code","id_token","code id_token","id_token token","code token","code id_token token"]}""",
            Paths = new ProviderPaths
            {
                Authorize = "/adfs/oauth2/authorize/",
                Token = "/adfs/oauth2/token/",
                Keys = "/adfs/discovery/keys",
                Account = "/adfs/userinfo",
                Introspect = null,
                Revoke = null,
                Device = "/adfs/oauth2/devicecode",
                EndSession = "/adfs/oauth2/logout",
            },
            ClientAuthentication = ["client_secret_post", "client_secret_basic", "private_key_jwt"],
            IdClaims =
                """{"sub":"{sub}","upn":"{email}","unique_name":"EXAMPLE\\{userName}","group":"{groups}","role":"{roles}","pwd_exp":"1000000"}""",
            ScopeClaims = new Dictionary<string, string>
            {
                ["allatclaims"] = """{"name":"{name}","email":"{email}"}""",
            }.ToFrozenDictionary(),
            AccountRule = call =>
                AccountEndpoint.Find(call) is { Audience: not null and not UserInfoAudience }
                    ? call.Refuse(
                        new ErrorWords(
                            "invalid_token",
                            "MSIS9921: Received invalid UserInfo request. Audience 'microsoft:identityserver:api' in the access token is not same as the identifier of the UserInfo relying party trust 'urn:microsoft:userinfo'.",
                            401
                        )
                    )
                    : null,
            AccessToken = new AccessTokenQuirks
            {
                Type = "JWT",
                Audience = $"\"{UserInfoAudience}\"",
                Claims =
                    """{"iss":"{host}/adfs/services/trust","sub":"{sub}","aud":"{audience}","appid":"{clientId}","apptype":"Confidential","scp":"{scope}","upn":"{email}","ver":"1.0"}""",
            },
            Scopes = new ScopeQuirks
            {
                Advertised =
                [
                    "aza",
                    "allatclaims",
                    "vpn_cert",
                    "logon_cert",
                    "user_impersonation",
                    "email",
                    "profile",
                    "openid",
                    "winhello_cert",
                ],
                Offline = null,
            },
            Resource = ResourceRule.BindsKnown,
            KnownResources = ["{rpIdentifier}", UserInfoAudience],
            TokenAnswer = new TokenAnswerQuirks { More = """{"refresh_token_expires_in":28799}""" },
            Refresh = RefreshRule.Stays,
            Exchange = ExchangeRule.OnBehalfOf,
            Apis = new Dictionary<string, string> { ["https://files"] = "openid" }.ToFrozenDictionary(),
            Errors = new ProviderErrors
            {
                UnknownClient = new ErrorWords(
                    "invalid_client",
                    "MSIS9223: Received invalid OAuth authorization request. The received 'client_id' is invalid as no registered client was found with this client identifier."
                ),
                BadRedirect = new ErrorWords(
                    "invalid_request",
                    "MSIS9224: Received invalid OAuth authorization request. The received 'redirect_uri' parameter is not a valid registered redirect URI for the client identifier."
                ),
                BadTarget = new ErrorWords(
                    "invalid_resource",
                    "MSIS9602: The received 'resource' parameter is invalid. The authorization server can not find a registered resource with the specified identifier."
                ),
                BadClient = new ErrorWords(
                    "invalid_client",
                    "MSIS9622: Client authentication failed. Please verify the credential provided for client authentication is valid.",
                    401
                ),
                BadCode = new ErrorWords(
                    "invalid_grant",
                    "MSIS9612: The authorization code received in 'code' parameter is invalid."
                ),
                DeadRefreshToken = new ErrorWords(
                    "invalid_grant",
                    "MSIS9615: The refresh token received in 'refresh_token' parameter has expired."
                ),
            },
        };
}
