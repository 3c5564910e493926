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
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var login = StdioLogin.Find(
            parsed.GetValue(ServingOptions.Cloud),
            parsed.GetValue(ServingOptions.CloudInternalUrl),
            Environment.GetEnvironmentVariable,
            LoginFile.OfThisPerson
        );
        var tools = new NextcloudToolsOptions();
        Apply(parsed, tools);
        if (NextcloudToolsBuilderExtensions.Problems(tools) is { Count: > 0 } problems)
        {
            throw new OptionsValidationException("", typeof(NextcloudToolsOptions), problems);
        }

        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        // Standard output belongs to the protocol.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(
            new NextcloudTransportOptions { ExtraCaFile = parsed.GetValue(ServingOptions.CloudCa) }
        );
        builder.Services.AddSingleton(login);
        builder.Services.AddSingleton<NextcloudCallerSource, StdioCallerSource>();
        builder.Services.Configure<NextcloudToolsOptions>(options => Apply(parsed, options));
        builder
            .Services.AddMcpServer(server => server.ServerInfo = ServerVersion.Implementation)
            .WithStdioServerTransport()
            .AddNextcloudTools();
        using var host = builder.Build();
        await host.RunAsync(cancellationToken);
        return 0;
    }

    private static void Apply(ParseResult parsed, NextcloudToolsOptions options)
    {
        foreach (var app in SettingsApplication.NamesIn(parsed.GetValue(ServingOptions.Apps)))
        {
            options.Apps.Add(app);
        }

        options.ReadOnly = parsed.GetValue(ServingOptions.ReadOnly);
    }
}
