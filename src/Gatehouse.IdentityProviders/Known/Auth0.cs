using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class Auth0
{
    public static IdentityProviderFacts Facts { get; } =
        new("auth0", "Auth0")
        {
            Source =
                "auth0.com/docs: authorization code flow with PKCE, access tokens, refresh token rotation, resource parameter compatibility profile, dynamic client registration",
            Issuers = ["https://{tenant}.auth0.com/"],
            Settings =
            [
                new ProviderSetting(
                    "audience",
                    "The Identifier of your API (Applications, APIs), such as https://mcp.example.com. Without it access tokens are opaque, which is enough to sign people in."
                ),
            ],
            AuthorizeParameters = new Dictionary<string, string> { ["audience"] = "{audience}" },
            Identity = new IdentityFacts
            {
                DisplayName = ["name", "nickname", "email"],
                // People choose their nickname and, where they have one, their user name.
                Organization = "org_id",
            },
            Admits = "Everybody: sign-up is open in a new tenant's database, and so are its social connections.",
            AdmitsEverybody = true,
            Errors =
            [
                new(
                    "Service not found",
                    AskOperator,
                    "Auth0 has no API of the configured audience.",
                    "Compare the setting audience with the Identifier of the API (Applications, APIs), letter for letter."
                ),
                new(
                    "Client is not authorized to access resource server",
                    AskOperator,
                    "The application may not use the API of the configured audience.",
                    "In Auth0, the API, Application Access: authorize the application."
                ),
                new(
                    "Unknown or invalid refresh token",
                    SignInAgain,
                    "The sign-in has ended at Auth0, or its refresh token was used twice.",
                    "Sign in again."
                ),
                new(
                    "Callback URL mismatch",
                    AskOperator,
                    "Auth0 does not know the address it is to send you back to.",
                    "In the application, Settings, Allowed Callback URLs: add the callback address of this server, letter for letter."
                ),
                new(
                    "Grant type 'refresh_token' not allowed",
                    AskOperator,
                    "The application may not stay signed in.",
                    "In the application, Settings, Advanced, Grant Types: allow Refresh Token; in the API: Allow Offline Access."
                ),
                new(
                    "Unauthorized",
                    AskOperator,
                    "Auth0 does not take the application's secret or key, and calls that a denied access.",
                    "Copy the client secret from the application, Settings, into the configuration; the authentication method there (Credentials) must be the same."
                ),
                new(
                    "access_denied",
                    Denied,
                    "You, or a rule of your organisation at Auth0, did not allow the sign-in.",
                    "Sign in again; if it stays so, ask the operator: the log of the Auth0 tenant says which rule it was."
                ),
                new(
                    "too_many_requests",
                    TryLater,
                    "Auth0 allows no more calls for the moment.",
                    "Wait a minute and try again."
                ),
            ],
            Exchange = ExchangeForm.TokenExchange,
            AccessTokens = new AccessTokenFacts
            {
                Audiences = ["{audience}"],
                Scopes = ["scope", "permissions"],
                Client = ["azp", "client_id"],
            },
            Quirks =
            [
                "Its issuer ends in a slash, and tokens name it so.",
                "It takes audience and, in most tenants, ignores resource.",
                "A refresh token needs the scope offline_access and an API that allows offline access.",
                "Claims of your own need a namespace, such as https://example.com/groups; only a few names go without.",
            ],
        };
}
