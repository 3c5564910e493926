using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class Authentik
{
    public static IdentityProviderFacts Facts { get; } =
        new("authentik", "authentik")
        {
            Source = "docs.goauthentik.io: OAuth2 provider",
            Issuers = ["https://{host}/application/o/{slug}/"],
            Metadata = [MetadataForm.OpenIdAppended],
            // People cannot change their user name unless the system settings let them, which they do not at first.
            Identity = new IdentityFacts { UserName = ["preferred_username"], Roles = null },
            Admits = "Everybody with an account there, until the application is bound to groups or policies.",
            Errors =
            [
                new(
                    "Redirect URI Error",
                    AskOperator,
                    "authentik does not know the address it is to send you back to.",
                    "In the provider, Redirect URIs/Origins: add the callback address of this server as Strict."
                ),
                new(
                    "Client authentication failed",
                    AskOperator,
                    "authentik does not know the client or its secret.",
                    "Compare clientId and the secret with the provider; its client type must be Confidential."
                ),
                new(
                    "invalid_client",
                    AskOperator,
                    "authentik does not know the client or its secret.",
                    "Compare clientId and the secret with the provider; its client type must be Confidential."
                ),
                new(
                    "invalid_grant",
                    SignInAgain,
                    "The code was used before or came too late, or the sign-in has ended at authentik.",
                    "Sign in again."
                ),
                new(
                    "access_denied",
                    Denied,
                    "A policy of authentik does not let you use this application.",
                    "Ask the administrator: the application, Policy / Group / User Bindings."
                ),
            ],
            Exchange = ExchangeForm.TokenExchange,
            AccessTokens = new AccessTokenFacts { Audiences = ["{clientId}"], Client = ["azp", "client_id"] },
            Quirks =
            [
                "A provider without a signing key signs with the client secret (HS256), which is refused here: choose a signing key.",
                "A refresh token needs the scope offline_access among the provider's scopes.",
                "Each application has an issuer of its own, with a slash at its end.",
                "Subject mode decides what sub is; change it before anybody signs in, never after.",
                "Registration needs a token of an administrator; clients never see it.",
            ],
        };
}
