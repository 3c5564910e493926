namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>WorkOS AuthKit; from documents only.</summary>
public static class WorkOsProvider
{
    /// <summary>One resource indicator is registered.</summary>
    public static ProviderQuirks Today { get; } =
        new("workos", "WorkOS AuthKit")
        {
            Paths = new ProviderPaths
            {
                Authorize = "/oauth2/authorize",
                Token = "/oauth2/token",
                Keys = "/oauth2/jwks",
                Account = "/oauth2/userinfo",
                Introspect = "/oauth2/introspection",
                Revoke = "/oauth2/revoke",
            },
            IdClaims = """{"sub":"user_{sub}","sid":"session_{jti}","org_id":"org_01SIM"}""",
            AccountClaims = """{"sub":"user_{sub}"}""",
            AccessToken = new AccessTokenQuirks
            {
                Type = null,
                Lifetime = 300,
                Claims =
                    """{"sub":"user_{sub}","aud":"{audience}","client_id":"{clientId}","scope":"{scope}","sid":"session_{jti}","org_id":"org_01SIM"}""",
            },
            Resource = ResourceRule.BindsKnown,
            KnownResources = ["https://api"],
            Errors = new ProviderErrors
            {
                BadTarget = new ErrorWords(
                    "invalid_target",
                    "The requested resource is invalid, missing, unknown, or malformed."
                ),
                DeadRefreshToken = new ErrorWords("invalid_grant", "The refresh token is invalid."),
            },
        };
}
