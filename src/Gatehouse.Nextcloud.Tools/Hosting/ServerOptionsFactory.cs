using Microsoft.Extensions.Options;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Hosting;

/// <summary>
/// Makes the options of the MCP server once. The SDK asks for them anew for each request without a session, and to collect a hundred tools
/// costs as much as a small call does. Everybody gets a copy, because the SDK writes into it who is served and how; the collections are
/// shared. A host that changes the options of each session has them made anew, so that no session sees another's.
/// </summary>
internal sealed class ServerOptionsFactory : IOptionsFactory<McpServerOptions>
{
    private readonly OptionsFactory<McpServerOptions> factory;
    private readonly IOptions<HttpServerTransportOptions> transport;
    private readonly Lazy<McpServerOptions> shared;

    public ServerOptionsFactory(
        IEnumerable<IConfigureOptions<McpServerOptions>> setups,
        IEnumerable<IPostConfigureOptions<McpServerOptions>> afterwards,
        IEnumerable<IValidateOptions<McpServerOptions>> rules,
        IOptions<HttpServerTransportOptions> transport
    )
    {
        factory = new(setups, afterwards, rules);
        shared = new(() => factory.Create(Options.DefaultName));
        this.transport = transport;
    }

    public McpServerOptions Create(string name) =>
        name == Options.DefaultName && transport.Value.ConfigureSessionOptions is null
            ? Copy(shared.Value)
            : factory.Create(name);

    private static McpServerOptions Copy(McpServerOptions options) =>
        new()
        {
            ServerInfo = options.ServerInfo,
            Capabilities = options.Capabilities,
            ProtocolVersion = options.ProtocolVersion,
            InitializationTimeout = options.InitializationTimeout,
            ServerInstructions = options.ServerInstructions,
            ScopeRequests = options.ScopeRequests,
            KnownClientInfo = options.KnownClientInfo,
            KnownClientCapabilities = options.KnownClientCapabilities,
            Handlers = options.Handlers,
            Filters = options.Filters,
            ToolCollection = options.ToolCollection,
            ResourceCollection = options.ResourceCollection,
            PromptCollection = options.PromptCollection,
            MaxSamplingOutputTokens = options.MaxSamplingOutputTokens,
            RequestHandlers = options.RequestHandlers,
        };
}
