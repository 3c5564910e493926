namespace Gatehouse.Testing.Providers.Quirks;

/// <summary>GitHub, a GitHub App: tokens of eight hours, refresh tokens good once, no scopes.</summary>
public static class GitHubAppProvider
{
    /// <summary>As it is.</summary>
    public static ProviderQuirks Today { get; } =
        GitHubProvider.Today with
        {
            Slug = "github-app",
            Name = "GitHub (GitHub App)",
            AccessToken = GitHubProvider.Today.AccessToken with { Prefix = "ghu_", Lifetime = 28800 },
            Scopes = GitHubProvider.Today.Scopes with { Known = [], IsOffline = _ => true },
            TokenAnswer = GitHubProvider.Today.TokenAnswer with
            {
                HasExpiresIn = true,
                RefreshPrefix = "ghr_",
                More = """{"refresh_token_expires_in":15897600}""",
            },
        };
}
