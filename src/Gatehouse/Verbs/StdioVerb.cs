using System.CommandLine;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Serving;
using Gatehouse.Settings;
using Gatehouse.Stdio;
using Microsoft.Extensions.Options;

namespace Gatehouse.Verbs;

/// <summary><c>gatehouse stdio</c>: the Nextcloud tools over standard input and output, for one person and the client that starts it.</summary>
internal static class StdioVerb
{
    private static Option<string[]> HiddenTags { get; } =
        Several("--hidden-tag", "Hides files with this system tag from the tools; may stand several times", "NAME");

    private static Option<string[]> HiddenPaths { get; } =
        Several("--hidden-path", "Hides this path, such as /Private; may stand several times", "PATH");

    private static Option<string[]> OnlyPaths { get; } =
        Several("--only-path", "Hides everything but this path; may stand several times", "PATH");

    public static Command Command()
    {
        var command = new Command(
            "stdio",
            "Serve your Nextcloud to the one client that starts this; sign in with 'gatehouse login'"
        )
        {
            ServingOptions.Cloud,
            ServingOptions.CloudInternalUrl,
            ServingOptions.CloudCa,
            ServingOptions.Apps,
            ServingOptions.ReadOnly,
            HiddenTags,
            HiddenPaths,
            OnlyPaths,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsReader.ReadStdio(ServingOptions.Given(parsed));
        settings.HiddenTags = Given(parsed, HiddenTags) ?? settings.HiddenTags;
        settings.HiddenPaths = Given(parsed, HiddenPaths) ?? settings.HiddenPaths;
        settings.OnlyPaths = Given(parsed, OnlyPaths) ?? settings.OnlyPaths;
        var login = StdioLogin.Find(
            settings.Cloud,
            settings.CloudInternalUrl,
            Environment.GetEnvironmentVariable,
            LoginFile.OfThisPerson
        );
        if (SettingsRules.ToolProblems(settings).ToList() is { Count: > 0 } problems)
        {
            throw new OptionsValidationException("", typeof(NextcloudToolsOptions), problems);
        }

        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        // Standard output belongs to the protocol.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new NextcloudTransportOptions { ExtraCaFile = settings.CloudCa });
        builder.Services.AddSingleton(login);
        builder.Services.AddSingleton<NextcloudCallerSource, StdioCallerSource>();
        builder.Services.AddSingleton(settings.FileRules());
        builder.Services.AddSingleton(DocumentReader.Options);
        builder.Services.Configure<NextcloudToolsOptions>(settings.Apply);
        builder
            .Services.AddMcpServer(server => server.ServerInfo = ServerVersion.Implementation)
            .WithStdioServerTransport()
            .AddNextcloudTools();
        using var host = builder.Build();
        await host.RunAsync(cancellationToken);
        return 0;
    }

    private static string[]? Given(ParseResult parsed, Option<string[]> option) =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    private static Option<string[]> Several(string flag, string description, string value) =>
        new(flag) { Description = description, HelpName = value };
}
