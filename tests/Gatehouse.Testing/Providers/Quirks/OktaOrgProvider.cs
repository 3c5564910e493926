using System.Collections.Frozen;

namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>Okta, the organisation's own authorization server.</summary>
public static class OktaOrgProvider
{
    /// <summary>As it is.</summary>
    public static ProviderQuirks Today { get; } =
        OktaProvider.Today with
        {
            Slug = "okta-org",
            Name = "Okta (organisation's authorization server)",
            IssuerPath = "",
            Settings = FrozenDictionary<string, string>.Empty,
            MetadataPaths = ["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"],
            Paths = new ProviderPaths
            {
                Authorize = "/oauth2/v1/authorize",
                Token = "/oauth2/v1/token",
                Keys = "/oauth2/v1/keys",
                Account = "/oauth2/v1/userinfo",
                Introspect = "/oauth2/v1/introspect",
                Revoke = "/oauth2/v1/revoke",
                Register = "/oauth2/v1/clients",
                Device = "/oauth2/v1/device/authorize",
                EndSession = "/oauth2/v1/logout",
            },
            AccessToken = OktaProvider.Today.AccessToken with { Audience = "\"{host}\"" },
            Scopes = OktaProvider.Today.Scopes with
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
                    "okta.users.read.self",
                    "okta.apps.manage",
                ],
            },
            Exchange = ExchangeRule.None,
            KnownResources = [],
        };
}
