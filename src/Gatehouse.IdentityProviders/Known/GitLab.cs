using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

internal static class GitLab
{
    public static IdentityProviderFacts Facts { get; } =
        new("gitlab", "GitLab")
        {
            Source = "docs.gitlab.com: OAuth 2.0 identity provider API, OpenID Connect provider, MCP server",
            Issuers = ["https://gitlab.com", "https://gitlab.{domain}"],
            Scopes = new ScopeFacts { Offline = null },
            Identity = new IdentityFacts
            {
                DisplayName = ["name", "nickname", "email"],
                // People rename themselves there: preferred_username and nickname are no user names to trust.
                Roles = null,
                AsksUserInfo = true,
            },
            Admits = "At gitlab.com everybody; elsewhere the people of that GitLab.",
            IssuersOfEverybody = ["https://gitlab.com"],
            Errors =
            [
                new(
                    "The provided authorization grant is invalid",
                    SignInAgain,
                    "The code or the refresh token was used before, came too late, or was revoked.",
                    "Sign in again."
                ),
                new(
                    "Client authentication failed",
                    AskOperator,
                    "GitLab does not know the application or its secret.",
                    "Compare clientId with the Application ID, and renew the secret in the application if the old one is no longer at hand."
                ),
                new(
                    "The redirect URI included is not valid",
                    AskOperator,
                    "GitLab does not know the address it is to send you back to.",
                    "In the application, Redirect URI: add the callback address of this server on a line of its own."
                ),
                new(
                    "The requested scope is invalid",
                    AskOperator,
                    "A scope was asked for that the application does not have.",
                    "In the application: tick openid, profile and email, and what the configuration adds."
                ),
                new("invalid_token", SignInAgain, "The sign-in has ended at GitLab.", "Sign in again."),
            ],
            AccessTokens = new AccessTokenFacts
            {
                Form = AccessTokenForm.Opaque,
                Unprovable =
                    "GitLab's access tokens are opaque, and its introspection names neither the server they are for nor the person. A parameter resource is ignored.",
            },
            Quirks =
            [
                "Registration is open, and gives the scope mcp only; register the application by hand.",
                "A refresh token may be used once, also by two requests at the same moment.",
                "groups comes from its userinfo and has the full path of each group, such as company/team.",
            ],
        };
}
