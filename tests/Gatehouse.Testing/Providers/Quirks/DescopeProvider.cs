namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>Descope, an agentic application; from documents only.</summary>
public static class DescopeProvider
{
    private const string Below = "/v1/apps/agentic/P2sim/M2sim";
    private const string Endpoints = "/oauth2" + Below;

    /// <summary>One MCP server is registered.</summary>
    public static ProviderQuirks Today { get; } =
        new("descope", "Descope")
        {
            IssuerPath = Below,
            MetadataPaths = ["{path}/.well-known/openid-configuration"],
            Paths = new ProviderPaths
            {
                Authorize = Endpoints + "/authorize",
                Token = Endpoints + "/token",
                Keys = Below + "/.well-known/jwks.json",
                Account = Endpoints + "/userinfo",
                Introspect = null,
                Revoke = Endpoints + "/revoke",
            },
            IdClaims = """{"sub":"U2{sub}","amr":["pwd"],"dct":"T2sim"}""",
            AccountClaims = """{"sub":"U2{sub}"}""",
            AccessToken = new AccessTokenQuirks
            {
                Type = "JWT",
                Lifetime = 600,
                Claims = """{"sub":"U2{sub}","aud":"{audience}","azp":"{clientId}","scope":"{scope}","drn":"DS"}""",
            },
            Resource = ResourceRule.BindsKnown,
            KnownResources = ["https://api"],
        };
}
