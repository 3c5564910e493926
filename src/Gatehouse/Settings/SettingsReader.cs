using Gatehouse.OAuth;
using Microsoft.Extensions.Options;

namespace Gatehouse.Settings;

/// <summary>Reads file, environment and flags, the later over the earlier, and reports every problem at once.</summary>
internal static class SettingsReader
{
    private const string File = "gatehouse.json";

    /// <summary>The settings of a serving verb.</summary>
    public static ServerSettings Read(IEnumerable<KeyValuePair<string, string?>> flags, string verb)
    {
        var (configuration, unreadable) = Merge(ReadFile(), flags);
        var settings = Bind(configuration);
        Complete(
            settings,
            verb,
            [
                .. unreadable,
                .. AllowKeys.Problems(configuration),
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

    /// <summary>The settings of <c>gatehouse stdio</c>, from environment and flags: a client starts it in any folder, so that a file there is not meant.</summary>
    public static ServerSettings ReadStdio(IEnumerable<KeyValuePair<string, string?>> flags)
    {
        var (configuration, unreadable) = Merge(new ConfigurationBuilder().Build(), flags);
        return unreadable.Count == 0
            ? Bind(configuration)
            : throw new OptionsValidationException("", typeof(ServerSettings), unreadable);
    }

    /// <summary>Where <c>gatehouse nextcloud</c> keeps everything when it is started here without a flag; a wrong other setting is not looked at.</summary>
    public static string ReadDataFolder() =>
        new ConfigurationBuilder()
            .AddConfiguration(ReadFile())
            .AddEnvironmentVariables(SettingsSource.EnvironmentPrefix)
            .Build()[nameof(ServerSettings.Data)]
            is { Length: > 0 } folder
            ? folder
            : DefaultDataFolder("nextcloud");

    private static string DefaultDataFolder(string verb) =>
        Path.Combine(OwnFolder.In(Environment.SpecialFolder.LocalApplicationData), verb);

    private static (IConfiguration Configuration, List<string> Unreadable) Merge(
        IConfiguration file,
        IEnumerable<KeyValuePair<string, string?>> flags
    )
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables(SettingsSource.EnvironmentPrefix).Build();
        List<SettingsProblem> problems =
        [
            .. SettingsSource.File(file).Problems(),
            .. SettingsSource.Variables(environment).Problems(),
        ];
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(file)
            .AddConfiguration(environment)
            .AddInMemoryCollection(flags)
            // One value that cannot be read must not keep the others from being looked at.
            .AddInMemoryCollection(
                problems
                    .Select(problem => problem.Path)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Select(path => KeyValuePair.Create(path, (string?)null))
            )
            .Build();
        return (configuration, [.. problems.Select(problem => problem.Text)]);
    }

    private static IConfiguration ReadFile()
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(File), optional: true).Build();
        }
        catch (InvalidDataException problem)
        {
            throw new OptionsValidationException(
                "",
                typeof(ServerSettings),
                [$"{File} cannot be read: {problem.GetBaseException().Message} It must be one JSON object."]
            );
        }
    }

    private static ServerSettings Bind(IConfiguration configuration) =>
        configuration.Get<ServerSettings>() ?? new ServerSettings();

    private static void Complete(ServerSettings settings, string verb, List<string> problems)
    {
        if (settings.Data.Length == 0)
        {
            settings.Data = DefaultDataFolder(verb);
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
