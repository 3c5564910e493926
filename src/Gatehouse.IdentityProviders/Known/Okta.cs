using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Known;

internal static class Okta
{
    public static IdentityProviderFacts Facts { get; } =
        new("okta", "Okta")
        {
            Source =
                "developer.okta.com: OpenID Connect and OAuth 2.0 API, custom authorization servers, token exchange guide; issue 695 of modelcontextprotocol/modelcontextprotocol",
            Issuers =
            [
                "https://{org}.okta.com/oauth2/{server}",
                "https://{org}.oktapreview.com/oauth2/{server}",
                "https://{org}.okta-emea.com/oauth2/{server}",
                "https://{org}.okta-gov.com/oauth2/{server}",
            ],
            Settings =
            [
                new ProviderSetting(
                    "authorizationServerAudience",
                    "The Audience of the authorization server (Security, API), such as api://default. Needed only where tokens of Okta are accepted as they are."
                ),
            ],
            Identity = new IdentityFacts { UserName = ["preferred_username", "login"] },
            Admits = "Whom an administrator of the organisation assigned to the application.",
            Errors = OktaErrors.All,
            Exchange = ExchangeForm.TokenExchange,
            AccessTokens = new AccessTokenFacts
            {
                Audiences = ["{authorizationServerAudience}"],
                // "sub" is the login there, which can be given to somebody else; in ID tokens it is this identifier.
                Subject = ["uid"],
                Scopes = ["scp"],
                Client = ["cid"],
            },
            Quirks =
            [
                "It advertises a registration endpoint that takes an administrator's token only; clients never see it.",
                "One authorization server has one audience, whatever resource is asked for.",
                "A scope must exist on the authorization server and an access policy rule must allow it, or the sign-in ends with access_denied.",
                "Groups are in the token only when the authorization server has a claim for them (Security, API, Claims).",
            ],
        };
}
