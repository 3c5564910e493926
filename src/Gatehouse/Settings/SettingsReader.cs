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
        var file = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(File), optional: true).Build();
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(file)
            .AddEnvironmentVariables(EnvironmentPrefix)
            .AddInMemoryCollection(flags)
            .Build();
        var settings = Bind(configuration);
        Complete(
            settings,
            verb,
            [
                .. UnknownKeys.Of(file),
                .. ProviderKeys.Problems(configuration),
                .. SettingsRules.CloudProblems(settings),
                .. SettingsRules.ProviderProblems(settings),
            ]
        );
        return settings;
    }

    /// <summary>The settings of the demo: flags only, so that no production file or variable reaches it.</summary>
    public static ServerSettings ReadDemo(IEnumerable<KeyValuePair<string, string?>> flags)
    {
        var settings = Bind(new ConfigurationBuilder().AddInMemoryCollection(flags).Build());
        settings.Name = "the demo cloud";

        // Nothing of the demo leaves this computer.
        settings.ClientMetadataDocuments = "off";
        List<string> problems = [];
        problems.AddRange(ListenAddress.DemoProblems(settings.Urls));
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

        problems.AddRange(SettingsRules.ToolProblems(settings));
        problems.AddRange(ListenAddress.Problems(settings.Urls));
        settings.PublicUrl ??= ListenAddress.PublicUrlOf(settings.Urls);
        if (Issuer.Parse(settings.PublicUrl).Succeeded(out var issuer, out _))
        {
            settings.PublicUrl = issuer.Value;
        }

        problems.AddRange(SettingsRules.Problems(settings));
        if (problems.Count > 0)
        {
            throw new OptionsValidationException("", typeof(ServerSettings), problems);
        }
    }
}
