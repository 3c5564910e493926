namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>Keycloak.</summary>
public static class KeycloakProvider
{
    /// <summary>A realm as it is made, registration behind "Trusted Hosts", token exchange on.</summary>
    public static ProviderQuirks Today { get; } =
        new("keycloak", "Keycloak")
        {
            IssuerPath = "/realms/{tenant}",
            Tenant = "gatehouse",
            MetadataPaths =
            [
                "/realms/{tenant}/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server/realms/{tenant}",
            ],
            Paths = new ProviderPaths
            {
                Authorize = "/realms/{tenant}/protocol/openid-connect/auth",
                Token = "/realms/{tenant}/protocol/openid-connect/token",
                Keys = "/realms/{tenant}/protocol/openid-connect/certs",
                Account = "/realms/{tenant}/protocol/openid-connect/userinfo",
                Introspect = "/realms/{tenant}/protocol/openid-connect/token/introspect",
                Revoke = "/realms/{tenant}/protocol/openid-connect/revoke",
                Register = "/realms/{tenant}/clients-registrations/openid-connect",
                Device = "/realms/{tenant}/protocol/openid-connect/auth/device",
                EndSession = "/realms/{tenant}/protocol/openid-connect/logout",
            },
            NamesIssuerInCallback = true,
            IdClaims = """{"sub":"{sub}","typ":"ID","azp":"{clientId}","acr":"1","sid":"{jti}"}""",
            AccessToken = new AccessTokenQuirks
            {
                Type = "JWT",
                Lifetime = 300,
                Audience = "\"account\"",
                Claims =
                    """{"auth_time":"{authTime}","jti":"onrtac:{jti}","aud":"{audience}","sub":"{sub}","typ":"Bearer","azp":"{clientId}","sid":"{jti}","acr":"1","realm_access":{"roles":"{roles}"},"scope":"{scope}","preferred_username":"{userName}"}""",
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
                    "offline_access",
                    "roles",
                    "groups",
                    "web-origins",
                    "microprofile-jwt",
                    "acr",
                    "basic",
                    "organization",
                ],
                Offline = null,
            },
            TokenAnswer = new TokenAnswerQuirks
            {
                More = """{"refresh_expires_in":1800,"not-before-policy":0,"session_state":"{jti}"}""",
            },
            Exchange = ExchangeRule.TokenExchange,
            KnownResources = ["nextcloud", "{clientId}"],
            Registration = call =>
                call.Refuse(
                    new ErrorWords(
                        "insufficient_scope",
                        "Policy 'Trusted Hosts' rejected request to client-registration service. Details: Host not trusted.",
                        403
                    )
                ),
            Errors = new ProviderErrors
            {
                UnknownClient = new ErrorWords("Client not found.", null),
                BadRedirect = new ErrorWords("Invalid parameter: redirect_uri", null),
                BadScope = new ErrorWords("invalid_scope", "Invalid scopes: {askedScope}"),
                Denied = new ErrorWords("access_denied", null),
                BadClient = new ErrorWords("unauthorized_client", "Invalid client or Invalid client credentials", 401),
                BadCode = new ErrorWords("invalid_grant", "Code not valid"),
                DeadRefreshToken = new ErrorWords("invalid_grant", "Session not active"),
                BadTarget = NotOurs,
                BadSubjectToken = new ErrorWords("invalid_request", "Invalid token"),
            },
        };

    /// <summary>Started with <c>--features=resource-indicators</c>.</summary>
    public static ProviderQuirks WithResourceIndicators { get; } =
        Today with
        {
            Slug = "keycloak:resource-indicators",
            Resource = ResourceRule.BindsKnown,
            TokenRule = call =>
                call["resource"] is { } resource && !call.Engine.KnowsResource(resource) ? call.Refuse(NotOurs) : null,
        };

    private static ErrorWords NotOurs =>
        new("invalid_target", "The requested resource is invalid, missing, unknown, or malformed.");
}
