using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Notes;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Files;
using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Nextcloud.Tools.Notes;
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
    /// Adds the tools and resources for Notes and Files, the tool <c>access</c>, the instructions, and the filters that enforce scopes for
    /// everything this server lists and calls. The host registers a <see cref="NextcloudCallerSource"/>; a <see cref="NextcloudTransport"/>
    /// with default options is made when none is registered.
    /// </summary>
    public static IMcpServerBuilder AddNextcloudTools(this IMcpServerBuilder builder)
    {
        var services = builder.Services;
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(MakeTransport);
        services.TryAddSingleton<NotesClient>();
        services.TryAddSingleton<FilesClient>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<McpServerOptions>, AccessStartCheck>());
        services
            .AddOptions<McpServerOptions>()
            .Configure(options => options.ServerInstructions ??= ServerInstructions.Text)
            .ValidateOnStart();
        services.AddSingleton<McpServerResource>(provider => new FileResource(
            provider.GetRequiredService<FilesClient>()
        ));

        return builder
            .WithTools<AccessTool>(ToolsJsonOptions.ForTools)
            .WithTools<NotesReadTools>(ToolsJsonOptions.ForTools)
            .WithTools<NotesWriteTools>(ToolsJsonOptions.ForTools)
            .WithTools<FilesReadTools>(ToolsJsonOptions.ForTools)
            .WithTools<FilesWriteTools>(ToolsJsonOptions.ForTools)
            .WithRequestFilters(AccessFilters.Add);
    }

    private static NextcloudTransport MakeTransport(IServiceProvider services) =>
        new(
            services.GetService<NextcloudTransportOptions>() ?? new NextcloudTransportOptions(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<NextcloudTransport>>()
        );
}
