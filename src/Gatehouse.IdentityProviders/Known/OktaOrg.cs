using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Known;

internal static class OktaOrg
{
    public static IdentityProviderFacts Facts { get; } =
        new("okta-org", "Okta (organisation's authorization server)")
        {
            Source = "developer.okta.com: OpenID Connect and OAuth 2.0 API, authorization servers",
            Issuers =
            [
                "https://{org}.okta.com",
                "https://{org}.oktapreview.com",
                "https://{org}.okta-emea.com",
                "https://{org}.okta-gov.com",
            ],
            Identity = new IdentityFacts { UserName = ["preferred_username", "login"] },
            Admits = "Whom an administrator of the organisation assigned to the application.",
            Errors = OktaErrors.All,
            AccessTokens = new AccessTokenFacts
            {
                Form = AccessTokenForm.Opaque,
                Unprovable =
                    "The access tokens of the organisation's own authorization server are for Okta's API: their audience is the organisation, and Okta asks everybody else not to look into them. Use a custom authorization server (issuer with /oauth2/).",
            },
            Quirks =
            [
                "It is enough to sign people in. Scopes of your own need a custom authorization server.",
                "It advertises a registration endpoint that takes an administrator's token only; clients never see it.",
                "Groups come with the scope groups and a filter in the application (Sign On, OpenID Connect ID Token).",
            ],
        };
}
