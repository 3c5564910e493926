namespace Gatehouse.Settings;

/// <summary>Asks every option class for its problems before anything is started, so that all are reported together.</summary>
internal static class SettingsRules
{
    public static IEnumerable<string> Problems(ServerSettings settings, bool isDemo)
    {
        if (settings.PublicUrl is null && !isDemo)
        {
            yield return "PublicUrl is missing (--public-url): the address people and clients use, such as https://mcp.example.com.";
        }

        if (isDemo)
        {
            yield break;
        }

        var nextcloud = new NextcloudOptions();
        settings.Apply(nextcloud);
        foreach (var problem in NextcloudHostingExtensions.Problems(nextcloud))
        {
            yield return problem;
        }
    }
}
