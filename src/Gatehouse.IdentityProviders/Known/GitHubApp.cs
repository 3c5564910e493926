using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Known;

internal static class GitHubApp
{
    public static IdentityProviderFacts Facts { get; } =
        new("github-app", "GitHub (GitHub App)")
        {
            Source = "docs.github.com: generating and refreshing user access tokens for a GitHub App",
            Protocol = ProviderProtocol.OAuth,
            Settings = [GitHub.ApiUrl],
            Metadata = [],
            Endpoints = GitHub.Addresses,
            Scopes = new ScopeFacts
            {
                HasNone = true,
                SignIn = [],
                Offline = null,
            },
            Identity = GitHub.Person,
            Admits = "Everybody with a GitHub account.",
            AdmitsEverybody = true,
            Errors = GitHubErrors.All,
            Revocation = RevocationForm.GitHub,
            AccessTokens = GitHub.Tokens,
            Quirks =
            [
                "What it may do is decided by the permissions of the app, never by scopes.",
                "Tokens live eight hours; a refresh token six months, and may be used once.",
                "It has the same issuer as an OAuth App, so that its preset must be named.",
                "Organisations are listed only with the permission Members (read), where the app is installed.",
            ],
        };
}
