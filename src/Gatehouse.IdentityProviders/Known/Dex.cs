using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class Dex
{
    public static IdentityProviderFacts Facts { get; } =
        new("dex", "Dex")
        {
            Source = "dexidp.io/docs; server/oauth2.go of dexidp/dex",
            Issuers = ["https://{host}/dex"],
            Metadata = [MetadataForm.OpenIdAppended],
            Scopes = new ScopeFacts
            {
                SignIn = ["openid", "profile", "email", "groups"],
                Only = ["openid", "profile", "email", "groups", "offline_access", "federated:id"],
            },
            Identity = new IdentityFacts { Roles = null },
            Admits =
                "Whom its connectors admit: a connector for Google or GitHub without a list of organisations admits everybody.",
            Errors =
            [
                new(
                    "Unrecognized scope(s)",
                    AskOperator,
                    "A scope was asked for that Dex does not know.",
                    "Take it out of the configuration: Dex knows openid, profile, email, groups and offline_access."
                ),
                new(
                    "Unregistered redirect_uri",
                    AskOperator,
                    "Dex does not know the address it is to send you back to.",
                    "In the configuration of Dex, staticClients, redirectURIs: add the callback address of this server."
                ),
                new(
                    "Invalid client_id",
                    AskOperator,
                    "Dex does not know the client identifier.",
                    "Compare clientId with the id below staticClients in the configuration of Dex."
                ),
                new(
                    "Invalid client credentials",
                    AskOperator,
                    "Dex does not take the client's secret.",
                    "Compare the secret with the one below staticClients in the configuration of Dex."
                ),
                new(
                    "Refresh token is invalid or has already been claimed by another client",
                    SignInAgain,
                    "The sign-in has ended at Dex, or its refresh token was used twice.",
                    "Sign in again."
                ),
            ],
            Revocation = RevocationForm.None,
            AccessTokens = new AccessTokenFacts { Audiences = ["{clientId}"], Client = ["azp", "aud"] },
            Quirks =
            [
                "It has no scopes of your own: what people may do is decided here.",
                "An access token looks like an ID token; what proves whom it is for is the client in aud.",
                "Some connectors give no groups or no refresh token.",
                "What sub is depends on the connector: a person who comes by another one is another person.",
            ],
        };
}
