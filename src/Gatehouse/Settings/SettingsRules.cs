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

    /// <summary>Of the demo there are none: its people are in its cloud.</summary>
    public static IEnumerable<string> ProviderProblems(ServerSettings settings) =>
        IdentityProviderExtensions.Problems([.. settings.IdentityProviders]);
}
