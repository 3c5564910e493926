using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class Google
{
    public static IdentityProviderFacts Facts { get; } =
        new("google", "Google")
        {
            Source = "developers.google.com/identity: OpenID Connect, OAuth 2.0 for web server applications",
            Issuers = ["https://accounts.google.com"],
            Metadata = [MetadataForm.OpenIdAppended],
            TokenIssuers = ["accounts.google.com"],
            Scopes = new ScopeFacts { Offline = null },
            OfflineParameters = new Dictionary<string, string> { ["access_type"] = "offline", ["prompt"] = "consent" },
            Identity = new IdentityFacts
            {
                DisplayName = ["name", "email"],
                // Proved, or it does not count (email_verified).
                UserName = ["email"],
                Tenant = "hd",
                Roles = null,
            },
            Admits =
                "Everybody with a Google account; an Internal consent screen restrains it to a Workspace, which cannot be seen from here.",
            AdmitsEverybody = true,
            Errors =
            [
                new(
                    "Token has been expired or revoked",
                    SignInAgain,
                    "The sign-in has ended at Google: it was revoked, or not used for six months, or is of an application in testing, where it ends after seven days.",
                    "Sign in again; the operator publishes the application if it happens every week."
                ),
                new(
                    "The OAuth client was not found",
                    AskOperator,
                    "Google does not know the client identifier.",
                    "Compare clientId with the client below Clients in the Google Auth Platform."
                ),
                new(
                    "redirect_uri_mismatch",
                    AskOperator,
                    "Google does not know the address it is to send you back to.",
                    "In the client, Authorized redirect URIs: add the callback address of this server, letter for letter."
                ),
                new(
                    "client_secret is missing",
                    AskOperator,
                    "Google wants a client secret, for every kind of client.",
                    "Set clientSecretFile."
                ),
                new(
                    "admin_policy_enforced",
                    Denied,
                    "The administrator of your Workspace does not allow this application.",
                    "Ask them to allow it: Security, API controls, App access control."
                ),
                new(
                    "org_internal",
                    Denied,
                    "The application is for the people of one Workspace, and this account is not of it.",
                    "Sign in with an account of that Workspace."
                ),
                new(
                    "disallowed_useragent",
                    AskOperator,
                    "Google does not let people sign in inside another program's window.",
                    "Open the page in a browser."
                ),
                new(
                    "invalid_scope",
                    AskOperator,
                    "A scope was asked for that Google does not know.",
                    "Write scopes of Google as whole addresses, and never offline_access."
                ),
                new(
                    "invalid_client",
                    AskOperator,
                    "Google does not take the client's secret.",
                    "Copy the secret of the client below Clients in the Google Auth Platform into the configuration."
                ),
                new(
                    "invalid_grant",
                    SignInAgain,
                    "The code was used before or came too late, or the sign-in has ended at Google.",
                    "Sign in again."
                ),
                new(
                    "rate_limit_exceeded",
                    TryLater,
                    "Google allows no more sign-ins of this application for the moment.",
                    "Wait a few minutes and try again."
                ),
            ],
            AccessTokens = new AccessTokenFacts
            {
                Form = AccessTokenForm.Opaque,
                Unprovable =
                    "Google's access tokens are opaque and for Google's own APIs. Its token information names the application they were issued to, never the server they are for, so that one of any application would pass.",
            },
            Quirks =
            [
                "A refresh token comes only with access_type=offline, and again only with prompt=consent; a refresh brings no new one.",
                "ID tokens may name the issuer without https.",
                "hd names the Workspace; an address that only looks like it proves nothing.",
                "There are no groups in its tokens.",
            ],
        };
}
