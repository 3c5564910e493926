using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class Zitadel
{
    public static IdentityProviderFacts Facts { get; } =
        new("zitadel", "Zitadel")
        {
            Source = "zitadel.com/docs: OpenID Connect endpoints, scopes, claims; issue 12710 of zitadel/zitadel",
            Issuers = ["https://{instance}.zitadel.cloud"],
            Settings =
            [
                new ProviderSetting(
                    "projectId",
                    "The Resource ID of the project, which becomes an audience of access tokens. Needed only where tokens of Zitadel are accepted as they are or exchanged."
                ),
            ],
            Metadata = [MetadataForm.OpenIdAppended],
            Scopes = new ScopeFacts { Extra = ["urn:zitadel:iam:org:project:id:{projectId}:aud"] },
            Identity = new IdentityFacts
            {
                Organization = "urn:zitadel:iam:user:resourceowner:id",
                // An object: its members are the roles.
                Roles = "urn:zitadel:iam:org:project:roles",
                AsksUserInfo = true,
            },
            Admits = "Everybody: the login policy of a new instance lets people register by themselves.",
            AdmitsEverybody = true,
            Errors =
            [
                new(
                    "Errors.App.NotFound",
                    AskOperator,
                    "Zitadel does not know the client identifier.",
                    "Compare clientId with the Client ID of the application."
                ),
                new(
                    "Errors.User.RefreshToken.Invalid",
                    SignInAgain,
                    "The sign-in has ended at Zitadel.",
                    "Sign in again."
                ),
                new(
                    "Errors.AuthRequest.MissingParameters",
                    AskOperator,
                    "A parameter was missing in the request to Zitadel.",
                    "Update this server; if the configuration overrides parameters, remove them."
                ),
                new(
                    "The requested redirect_uri is missing in the client configuration",
                    AskOperator,
                    "Zitadel does not know the address it is to send you back to.",
                    "In the application, Redirect Settings: add the callback address of this server, letter for letter."
                ),
                new(
                    "invalid_client",
                    AskOperator,
                    "Zitadel does not take the client's credentials.",
                    "Compare the secret and the authentication method of the application (Basic or Post for a secret, Private Key JWT for a key)."
                ),
                new(
                    "invalid_grant",
                    SignInAgain,
                    "The code was used before or came too late, or the sign-in has ended at Zitadel.",
                    "Sign in again."
                ),
            ],
            Exchange = ExchangeForm.TokenExchange,
            AccessTokens = new AccessTokenFacts { Audiences = ["{projectId}", "{clientId}"] },
            Quirks =
            [
                "Access tokens are opaque until the application says JWT (Token Settings); only tokens accepted as they are need that.",
                "An ID token names the person and little else unless User Info inside ID Token is on; userinfo is asked here.",
                "A parameter resource is accepted and means nothing.",
                "Organisations come with the scope urn:zitadel:iam:user:resourceowner, roles with urn:zitadel:iam:org:project:roles or the project's Assert Roles on Authentication.",
            ],
        };
}
