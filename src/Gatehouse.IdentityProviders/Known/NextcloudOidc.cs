using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class NextcloudOidc
{
    public static IdentityProviderFacts Facts { get; } =
        new("nextcloud-oidc", "Nextcloud (app OIDC Identity Provider)")
        {
            Source = "H2CK/oidc 2.0.9, lib/Controller; nextcloud/server",
            Metadata = [MetadataForm.OpenIdAppended, MetadataForm.NextcloudApp],
            Scopes = new ScopeFacts { SignIn = ["openid", "profile", "email", "groups"] },
            Identity = new IdentityFacts
            {
                DisplayName = ["name", "preferred_username", "sub"],
                UserName = ["preferred_username", "sub"],
            },
            Admits = "The people of that Nextcloud, or those of the groups the client is limited to.",
            Errors =
            [
                new(
                    "expired_client",
                    AskOperator,
                    "The client has expired at Nextcloud, as those do that registered themselves.",
                    "Add the client by hand: Administration settings, OpenID Connect Provider."
                ),
                new(
                    "dynamic_registration_not_allowed",
                    AskOperator,
                    "Nextcloud does not let servers register themselves.",
                    "Add the client by hand: Administration settings, OpenID Connect Provider."
                ),
                new(
                    "invalid_client",
                    AskOperator,
                    "Nextcloud does not know the client or its secret.",
                    "Compare clientId and the secret with Administration settings, OpenID Connect Provider."
                ),
                new(
                    "invalid_grant",
                    SignInAgain,
                    "The code or the refresh token was used before or came too late.",
                    "Sign in again; the operator raises the life of refresh tokens if that happens often."
                ),
                new(
                    "invalid_request",
                    SignInAgain,
                    "The code or the refresh token was used before or came too late.",
                    "Sign in again."
                ),
            ],
            Revocation = RevocationForm.None,
            AccessTokens = new AccessTokenFacts { Audiences = ["{clientId}"], Client = ["azp", "client_id"] },
            Quirks =
            [
                "Without a rewrite rule of the web server its metadata is only below /index.php/apps/oidc; both places are looked at.",
                "Refresh tokens live fifteen minutes at first: raise that in its settings.",
                "Access tokens are opaque until the client says JWT; only tokens accepted as they are need that.",
                "Clients that register themselves end after an hour: add this one by hand.",
                "Scopes are filtered silently by what the client may have.",
            ],
        };
}
