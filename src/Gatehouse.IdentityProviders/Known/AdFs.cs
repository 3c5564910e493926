using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class AdFs
{
    public static IdentityProviderFacts Facts { get; } =
        new("adfs", "AD FS")
        {
            Source =
                "learn.microsoft.com/windows-server/identity/ad-fs: OpenID Connect and OAuth flows, scenarios for developers",
            Issuers = ["https://{host}/adfs"],
            Settings =
            [
                new ProviderSetting(
                    "rpIdentifier",
                    "The identifier of your Web API (Application Groups), which becomes the audience of access tokens. Without it they are for userinfo only."
                ),
            ],
            Metadata = [MetadataForm.OpenIdAppended],
            Scopes = new ScopeFacts { SignIn = ["openid", "profile", "email", "allatclaims"], Offline = null },
            AuthorizeParameters = new Dictionary<string, string> { ["resource"] = "{rpIdentifier}" },
            Identity = new IdentityFacts
            {
                DisplayName = ["name", "unique_name", "upn"],
                UserName = ["upn", "unique_name"],
                // The addresses of a directory: people cannot write them.
                EmailVerified = null,
                Groups = "group",
                Roles = "role",
            },
            Admits = "The people of the directory, as far as the access control policy of the application lets them.",
            Errors =
            [
                new(
                    "MSIS9602",
                    AskOperator,
                    "AD FS has no Web API of the configured identifier.",
                    "Compare the setting rpIdentifier with the identifiers of the Web API in the application group."
                ),
                new(
                    "MSIS9605",
                    AskOperator,
                    "The application may not use the Web API of the configured identifier.",
                    "In the application group, the Web API, Client permissions: permit the server application and tick openid, profile, email and allatclaims."
                ),
                new(
                    "MSIS9223",
                    AskOperator,
                    "AD FS does not know the client identifier.",
                    "Compare clientId with the Client Identifier of the server application in the application group."
                ),
                new(
                    "MSIS9224",
                    AskOperator,
                    "AD FS does not know the address it is to send you back to.",
                    "In the server application, Redirect URI: add the callback address of this server, letter for letter."
                ),
                new(
                    "MSIS9921",
                    AskOperator,
                    "The token is for the Web API, and userinfo takes only its own.",
                    "Nothing is to be done in AD FS: people are known here by their ID token. Update this server."
                ),
                new(
                    "MSIS9622",
                    AskOperator,
                    "AD FS does not take the client's secret or key.",
                    "In the server application, Configure Application Credentials: reset the secret and put it into the configuration."
                ),
                new("MSIS9612", SignInAgain, "The code was used before or came too late.", "Sign in again."),
                new("MSIS9615", SignInAgain, "The sign-in has ended at AD FS.", "Sign in again."),
                new(
                    "invalid_grant",
                    SignInAgain,
                    "The code was used before or came too late, or the sign-in has ended at AD FS.",
                    "Sign in again."
                ),
            ],
            Revocation = RevocationForm.None,
            Exchange = ExchangeForm.OnBehalfOf,
            AccessTokens = new AccessTokenFacts
            {
                Issuers = ["http://{host}/adfs/services/trust"],
                Audiences = ["{rpIdentifier}"],
                Scopes = ["scp"],
                Client = ["appid", "client_id"],
            },
            Quirks =
            [
                "Access tokens name another issuer than ID tokens: http, and /adfs/services/trust.",
                "Userinfo takes only tokens made for it; people are known by the ID token, which the scope allatclaims fills.",
                "PKCE came with Windows Server 2019.",
                "How long a sign-in lasts is decided by the registration of the device; there is no revocation endpoint.",
                "Groups and roles come by claim rules of the Web API, as group and role.",
            ],
        };
}
