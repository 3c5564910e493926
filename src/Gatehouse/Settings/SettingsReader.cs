using Gatehouse.OAuth;
using Microsoft.Extensions.Options;

namespace Gatehouse.Settings;

/// <summary>Reads file, environment and flags, the later over the earlier, and reports every problem at once.</summary>
internal static class SettingsReader
{
    private const string File = "gatehouse.json";
    private const string EnvironmentPrefix = "GATEHOUSE_";

    /// <summary>The settings of a serving verb.</summary>
    public static ServerSettings Read(IEnumerable<KeyValuePair<string, string?>> flags, string verb)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath(File), optional: true)
            .AddEnvironmentVariables(EnvironmentPrefix)
            .AddInMemoryCollection(flags)
            .Build();
        var settings = Bind(configuration);
        Complete(settings, verb, [.. Unknown(configuration), .. SettingsRules.CloudProblems(settings)]);
        return settings;
    }

    /// <summary>The settings of the demo: flags only, so that no production file or variable reaches it.</summary>
    public static ServerSettings ReadDemo(IEnumerable<KeyValuePair<string, string?>> flags)
    {
        var settings = Bind(new ConfigurationBuilder().AddInMemoryCollection(flags).Build());
        settings.Name = "the demo cloud";
        List<string> problems = [];
        if (Uri.TryCreate(settings.Urls, UriKind.Absolute, out var uri) && !LoopbackHost.Is(uri.Host))
        {
            problems.Add(
                $"Urls: {settings.Urls} is not a loopback address; everybody knows the passwords of the demo, so it listens on this computer only."
            );
        }

        Complete(settings, "demo", problems);
        return settings;
    }

    private static ServerSettings Bind(IConfiguration configuration)
    {
        try
        {
            return configuration.Get<ServerSettings>() ?? new ServerSettings();
        }
        catch (InvalidOperationException problem)
        {
            throw new OptionsValidationException(
                "",
                typeof(ServerSettings),
                [problem.InnerException?.Message ?? problem.Message]
            );
        }
    }

    private static void Complete(ServerSettings settings, string verb, List<string> problems)
    {
        if (settings.Data.Length == 0)
        {
            settings.Data = Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
                "gatehouse",
                verb
            );
        }

        if (
            !Uri.TryCreate(settings.Urls.Split(';')[0], UriKind.Absolute, out var first)
            || first.Scheme is not ("http" or "https")
        )
        {
            problems.Add($"Urls: '{settings.Urls}' is not an address such as http://127.0.0.1:8931.");
        }
        else if (settings.PublicUrl is null && first.Port == 0)
        {
            problems.Add("Urls: with port 0 nobody knows the address; name a port, or give PublicUrl (--public-url).");
        }
        else if (settings.PublicUrl is null && LoopbackHost.Is(first.Host))
        {
            settings.PublicUrl = settings.Urls.Split(';')[0];
        }

        problems.AddRange(SettingsRules.Problems(settings));
        if (problems.Count > 0)
        {
            throw new OptionsValidationException("", typeof(ServerSettings), problems);
        }
    }

    private static List<string> Unknown(IConfigurationRoot configuration)
    {
        var known = typeof(ServerSettings)
            .GetProperties()
            .Select(property => property.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. configuration
                .GetChildren()
                .Select(section => section.Key)
                .Where(key => key is not "$schema" && !known.Contains(key))
                .Select(key =>
                    $"{key}: there is no such key. Known keys: {string.Join(", ", known.Order(StringComparer.Ordinal))}."
                ),
        ];
    }
}
