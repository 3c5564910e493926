using Gatehouse.Nextcloud.Facts;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Completions;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Nextcloud.Tools.Prompts;
using Gatehouse.Nextcloud.Tools.Safety;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the Nextcloud tools into an MCP server.</summary>
public static class NextcloudToolsBuilderExtensions
{
    /// <summary>
    /// Adds the tools, resources and prompts of all apps, the tool <c>access</c>, the instructions, and the filters that enforce scopes for
    /// everything this server lists and calls. Which apps there are is the matter of <see cref="NextcloudToolsOptions"/>. The host registers a
    /// <see cref="NextcloudCallerSource"/>; a <see cref="NextcloudTransport"/> with default options is made when none is registered.
    /// </summary>
    public static IMcpServerBuilder AddNextcloudTools(this IMcpServerBuilder builder)
    {
        var services = builder.Services;
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(MakeTransport);
        services.TryAddSingleton<PersonFactsClient>();
        services.TryAddSingleton<AppPresence>();
        services.TryAddSingleton<CallLimit>();
        services.TryAddSingleton<ConfirmationCodes>();
        services.TryAddSingleton<OfferedScopes>();
        services.TryAddSingleton<AvailableTools>();
        services.TryAddSingleton<PersonZones>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<McpServerOptions>, AccessStartCheck>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<NextcloudToolsOptions>, NextcloudToolsOptionsRules>()
        );
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<McpServerOptions>, ToolSurface>());
        services.TryAddSingleton<IOptionsFactory<McpServerOptions>, ServerOptionsFactory>();
        services.AddOptions<NextcloudToolsOptions>().ValidateOnStart();
        services
            .AddOptions<McpServerOptions>()
            .Configure(options => options.ServerInstructions ??= ServerInstructions.Text)
            .ValidateOnStart();

        _ = builder.WithAppTools<AccessTool>(ToolsJsonOptions.Shared);
        foreach (var app in NextcloudApps.All)
            app.Add(builder, ToolsJsonOptions.Of(app.Json));
        return builder
            .WithPrompts<JobPrompts>(ToolsJsonOptions.Shared)
            .WithMessageFilters(HalfPairs.Add)
            .WithRequestFilters(AccessFilters.Add)
            .WithRequestFilters(CompletionFilter.Add);
    }

    /// <summary>Everything that is wrong with the options, each problem with its key; empty when they are right.</summary>
    public static IReadOnlyList<string> Problems(NextcloudToolsOptions options) =>
        [.. new NextcloudToolsOptionsRules().Validate(name: null, options).Failures ?? []];

    private static NextcloudTransport MakeTransport(IServiceProvider services) =>
        new(
            services.GetService<NextcloudTransportOptions>() ?? new NextcloudTransportOptions(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<NextcloudTransport>>()
        );
}
