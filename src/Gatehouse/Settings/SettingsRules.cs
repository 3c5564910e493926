using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Hosting;

namespace Gatehouse.Settings;

/// <summary>Asks every room for the problems of its options before anything is started, so that all are reported together.</summary>
internal static class SettingsRules
{
    public static IEnumerable<string> Problems(ServerSettings settings)
    {
        var gatehouse = new GatehouseOptions();
        settings.Apply(gatehouse);
        return GatehouseServiceCollectionExtensions.Problems(gatehouse);
    }

    /// <summary>The demo brings its own cloud; everybody else names one.</summary>
    public static IEnumerable<string> CloudProblems(ServerSettings settings)
    {
        var nextcloud = new NextcloudOptions();
        settings.Apply(nextcloud);
        return NextcloudHostingExtensions.Problems(nextcloud);
    }

    /// <summary>Of what is said about the tools.</summary>
    public static IEnumerable<string> ToolProblems(ServerSettings settings)
    {
        var tools = new NextcloudToolsOptions();
        settings.Apply(tools);
        return NextcloudToolsBuilderExtensions
            .Problems(tools)
            .Concat(
                settings.HiddenPaths.Select(path => PathProblem(nameof(settings.HiddenPaths), path)).OfType<string>()
            )
            .Concat(settings.OnlyPaths.Select(path => PathProblem(nameof(settings.OnlyPaths), path)).OfType<string>());
    }

    private static string? PathProblem(string key, string path) =>
        FilePath.TryParse(path, out _, out var error) ? null : $"{key}: '{path}' is no path of files. {error}";

    /// <summary>Of the demo there are none: its people are in its cloud.</summary>
    public static IEnumerable<string> ProviderProblems(ServerSettings settings)
    {
        IdentityProviderOptions[] providers = [.. settings.IdentityProviders];
        return IdentityProviderExtensions
            .Problems(providers)
            .Concat(settings.LinkedAccountMustMatch ? IdentityProviderExtensions.LinkProblems(providers) : [])
            .Concat(providers.SelectMany(UnusedProblems))
            .Concat(
                settings.AppPasswords && providers.Length > 0
                    ?
                    [
                        $"{nameof(settings.AppPasswords)}: with {nameof(settings.IdentityProviders)} people sign in there, and nobody comes with an app password of the cloud. Take one of the two away.",
                    ]
                    : []
            );
    }

    // The Nextcloud tools work with the linked account; a token nobody uses would only be one more to lose.
    private static IEnumerable<string> UnusedProblems(IdentityProviderOptions provider, int index) =>
        provider.Upstream is "token" or "exchange" or "on-behalf-of"
            ?
            [
                $"{nameof(ServerSettings.IdentityProviders)}:{index}:{nameof(provider.Upstream)}: nothing in this server uses that token; take the key away. It is for MCP servers of your own.",
            ]
            : [];
}
