using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Known;

internal static class GitHub
{
    public static IdentityProviderFacts Facts { get; } =
        new("github", "GitHub")
        {
            Source =
                "docs.github.com: authorizing OAuth apps, scopes, troubleshooting access token requests, REST API for OAuth authorizations; issue 2901 of github/github-mcp-server",
            Protocol = ProviderProtocol.OAuth,
            Issuers = ["https://github.com/login/oauth", "https://{tenant}.ghe.com/login/oauth"],
            Settings = [ApiUrl],
            Metadata = [],
            Endpoints = Addresses,
            Scopes = new ScopeFacts { SignIn = ["read:user"], Offline = null },
            Identity = Person,
            Admits = "Everybody with a GitHub account.",
            AdmitsEverybody = true,
            Errors = GitHubErrors.All,
            Refresh = new RefreshFacts { AreGiven = false },
            Revocation = RevocationForm.GitHub,
            AccessTokens = Tokens,
            Quirks =
            [
                "Its tokens have no end: they are good until somebody revokes them or nobody uses them for a year.",
                "Errors come with status 200; scopes come back with commas.",
                "A callback below the registered one is taken as well.",
                "The e-mail address is the public one of the profile, and is missing for most people.",
                "Organisations that restrict applications are not listed until an owner approves this one.",
            ],
        };

    /// <summary>GitHub Enterprise Server and data residency have their API elsewhere.</summary>
    internal static ProviderSetting ApiUrl =>
        new(
            "apiUrl",
            "Where its API is, for GitHub Enterprise: https://HOST/api/v3, or https://api.TENANT.ghe.com.",
            Default: "https://api.github.com"
        );

    internal static ProviderEndpoints Addresses => new("{issuer}/authorize", "{issuer}/access_token", "{apiUrl}/user");

    internal static IdentityFacts Person =>
        new()
        {
            Subject = ["id"],
            DisplayName = ["name", "login"],
            // People choose their login, and choose another later.
            // Only a confirmed address can be the public one.
            EmailVerified = null,
            Roles = null,
            AccountHeaders = new Dictionary<string, string>
            {
                ["Accept"] = "application/vnd.github+json",
                ["X-GitHub-Api-Version"] = "2022-11-28",
            },
            Organizations = new OrganizationsApi("{apiUrl}/user/orgs?per_page=100", "login", "read:org"),
        };

    internal static AccessTokenFacts Tokens =>
        new()
        {
            Form = AccessTokenForm.Opaque,
            Unprovable =
                "GitHub's access tokens are opaque and for GitHub's own API. Who asks that API with one learns whose it is, not whom it was meant for, so that one of any application would pass.",
        };
}
