using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class PingFederate
{
    public static IdentityProviderFacts Facts { get; } =
        new("pingfederate", "PingFederate")
        {
            Source = "docs.pingidentity.com/pingfederate: OAuth 2.0 endpoints, access token management",
            Settings =
            [
                new ProviderSetting(
                    "accessTokenManagerId",
                    "The instance ID of the Access Token Manager to use, where the default one is not the one that makes signed tokens for this server."
                ),
            ],
            AuthorizeParameters = new Dictionary<string, string>
            {
                ["access_token_manager_id"] = "{accessTokenManagerId}",
            },
            Scopes = new ScopeFacts { Offline = null },
            // The addresses of a directory: people cannot write them.
            Identity = new IdentityFacts
            {
                UserName = ["preferred_username"],
                EmailVerified = null,
                Roles = null,
            },
            Admits = "The people of the directories it is connected to.",
            Errors =
            [
                new(
                    "invalid_target",
                    AskOperator,
                    "PingFederate has no Access Token Manager for the resource asked for.",
                    "Take resource and aud out of the configured parameters, and set accessTokenManagerId if the default is not the right one."
                ),
                new(
                    "invalid_scope",
                    AskOperator,
                    "A scope was asked for that PingFederate does not have or this client may not ask for.",
                    "Add it below Scope Management and allow it for the client, or take it out of the configuration."
                ),
                new(
                    "invalid_client",
                    AskOperator,
                    "PingFederate does not know the client or its credentials.",
                    "Compare clientId and the secret with the client below Applications, OAuth."
                ),
                new(
                    "unauthorized_client",
                    AskOperator,
                    "The client may not use this way to sign in.",
                    "In the client, Allowed Grant Types: Authorization Code and Refresh Token."
                ),
                new(
                    "invalid_grant",
                    SignInAgain,
                    "The code was used before or came too late, or the sign-in has ended at PingFederate.",
                    "Sign in again."
                ),
            ],
            Exchange = ExchangeForm.TokenExchange,
            Quirks =
            [
                "It looks like any host: name its preset.",
                "Whether access tokens are signed or references, and what audience they name, is decided by the Access Token Manager.",
                "A refresh token comes when the client may have the grant Refresh Token, without a scope for it.",
            ],
        };
}
