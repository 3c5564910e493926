using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class NextcloudOAuth2
{
    public static IdentityProviderFacts Facts { get; } =
        new("nextcloud-oauth2", "Nextcloud (OAuth 2.0)")
        {
            Source =
                "apps/oauth2/lib/Controller/LoginRedirectorController.php and OauthApiController.php of nextcloud/server; pull request 59930 of the same",
            Protocol = ProviderProtocol.OAuth,
            Metadata = [],
            Endpoints = new ProviderEndpoints(
                "{issuer}/index.php/apps/oauth2/authorize",
                "{issuer}/index.php/apps/oauth2/api/v1/token",
                "{issuer}/ocs/v2.php/cloud/user?format=json"
            ),
            Scopes = new ScopeFacts
            {
                HasNone = true,
                SignIn = [],
                Offline = null,
            },
            Identity = new IdentityFacts
            {
                Subject = ["ocs.data.id"],
                DisplayName = ["ocs.data.displayname", "ocs.data.display-name", "ocs.data.id"],
                UserName = ["ocs.data.id"],
                // People write it themselves, and nothing says whether it was proved.
                Email = "ocs.data.email",
                Groups = "ocs.data.groups",
                Roles = null,
                AccountHeaders = new Dictionary<string, string>
                {
                    ["Accept"] = "application/json",
                    ["OCS-APIRequest"] = "true",
                },
            },
            Admits = "The people of that Nextcloud.",
            Errors =
            [
                new(
                    "invalid_request",
                    SignInAgain,
                    "The code or the refresh token was used before or came too late; Nextcloud calls both an invalid request.",
                    "Sign in again."
                ),
                new(
                    "invalid_client",
                    AskOperator,
                    "Nextcloud does not know the client or its secret.",
                    "Compare clientId and the secret with Administration settings, Security, OAuth 2.0 clients; after several wrong ones Nextcloud slows this server down for a while."
                ),
                new(
                    "unsupported_response_type",
                    AskOperator,
                    "Nextcloud did not understand the request.",
                    "If the configuration overrides response_type, remove that."
                ),
                new("invalid_grant", SignInAgain, "The sign-in has ended at Nextcloud.", "Sign in again."),
            ],
            Revocation = RevocationForm.None,
            AccessTokens = new AccessTokenFacts
            {
                Form = AccessTokenForm.Opaque,
                Unprovable =
                    "Nextcloud's access tokens are opaque and open the whole account; nothing says which application or server they are for.",
            },
            Quirks =
            [
                "The issuer is the address of the Nextcloud; there is no metadata.",
                "It sends people back to the one registered address, whatever the request says.",
                "PKCE is understood by new servers and ignored by older ones; the secret is needed by all.",
                "What it gives opens the whole account: there are no scopes.",
                "A client identifier or secret that is wrong several times slows every request from this server down (brute-force protection).",
            ],
        };
}
