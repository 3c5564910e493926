using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class Keycloak
{
    public static IdentityProviderFacts Facts { get; } =
        new("keycloak", "Keycloak")
        {
            Source =
                "keycloak.org: server administration guide, securing applications, token exchange; issue 635 of dnotitia/akb",
            Issuers = ["https://{host}/realms/{realm}", "https://{host}/auth/realms/{realm}"],
            // People cannot edit their user name unless the realm lets them, which it does not at first.
            Identity = new IdentityFacts { UserName = ["preferred_username"], Roles = "realm_access.roles" },
            Admits =
                "The people of the realm; everybody where its login settings allow registration, which they do not at first.",
            Errors =
            [
                new("Code not valid", SignInAgain, "The code was used before or came too late.", "Sign in again."),
                new("Session not active", SignInAgain, "The sign-in has ended at Keycloak.", "Sign in again."),
                new("Token is not active", SignInAgain, "The sign-in has ended at Keycloak.", "Sign in again."),
                new(
                    "Stale token",
                    SignInAgain,
                    "The sign-in was ended: its refresh token was used twice, or an administrator signed everybody out.",
                    "Sign in again."
                ),
                new(
                    "Offline user session not found",
                    SignInAgain,
                    "The sign-in was ended at Keycloak by you or an administrator.",
                    "Sign in again."
                ),
                new(
                    "Offline tokens not allowed",
                    AskOperator,
                    "Keycloak does not let this person or application stay signed in.",
                    "Give people the role offline_access (it is among the default roles of a realm), and the client the optional scope offline_access."
                ),
                new(
                    "Invalid scopes",
                    AskOperator,
                    "A scope was asked for that the client does not have.",
                    "In the client, Client scopes: add it, or take it out of the configuration."
                ),
                new(
                    "Invalid client or Invalid client credentials",
                    AskOperator,
                    "Keycloak does not know the client or its secret.",
                    "Compare clientId and the secret with the client, Credentials; Client authentication must be on."
                ),
                new(
                    "Invalid parameter: redirect_uri",
                    AskOperator,
                    "Keycloak does not know the address it is to send you back to.",
                    "In the client, Settings, Valid redirect URIs: add the callback address of this server."
                ),
                new(
                    "Client is not allowed to perform token exchange",
                    AskOperator,
                    "The client may not exchange tokens.",
                    "In the client, Settings, Capability config: switch Standard Token Exchange on."
                ),
                new(
                    "Trusted Hosts",
                    AskOperator,
                    "Keycloak does not let this computer register a client.",
                    "Create the client by hand in the administration console; that is all this server needs."
                ),
                new(
                    "invalid_target",
                    AskOperator,
                    "The resource asked for is none of the clients in the token's audience.",
                    "Take resource out of the configured parameters; for an audience use a mapper."
                ),
                new(
                    "temporarily_unavailable",
                    TryLater,
                    "The login at Keycloak took too long or was interrupted.",
                    "Wait a moment, then sign in again."
                ),
            ],
            Exchange = ExchangeForm.TokenExchange,
            AccessTokens = new AccessTokenFacts { Scopes = ["scope"], Client = ["azp", "client_id"] },
            Quirks =
            [
                "Access tokens name the audience account, or none, until the client has an audience mapper; only tokens accepted as they are need one.",
                "Groups are in the token only when the client has a mapper for group membership; write them as it does, with or without the leading slash.",
                "Anonymous registration is refused by the policy Trusted Hosts; clients never see that.",
                "The issuer is what the setting hostname says, not what the request came to.",
            ],
        };
}
