using System.Security.Claims;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Client;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tests.Hosting;

/// <summary>The tools behind a real MCP endpoint on loopback, as a host would mount them.</summary>
internal sealed class McpHost : IAsyncDisposable
{
    private const string CallerHeader = "X-Test-Caller";

    private readonly WebApplication app;

    private McpHost(WebApplication app) => this.app = app;

    public TestCallers Callers => (TestCallers)app.Services.GetRequiredService<NextcloudCallerSource>();

    public McpServerOptions Options => app.Services.GetRequiredService<IOptions<McpServerOptions>>().Value;

    /// <summary>All tools, whatever a cloud has.</summary>
    public McpServerPrimitiveCollection<McpServerTool> Tools => Options.ToolCollection!;

    public McpServerTool? Find(string tool) => Tools.TryGetPrimitive(tool, out var found) ? found : null;

    /// <summary>What a tool says it sends to Nextcloud.</summary>
    public IReadOnlyList<UpstreamAttribute> UpstreamOf(string tool) =>
        [.. Find(tool)?.Metadata.OfType<UpstreamAttribute>() ?? []];

    /// <summary>What a tool needs.</summary>
    public IReadOnlyList<string> ScopesOf(string tool) => Find(tool) is { } found ? AccessRule.ScopesOf(found) : [];

    public static WebApplication Build(Action<IMcpServerBuilder>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<NextcloudCallerSource>(new TestCallers());
        var server = builder
            .Services.AddMcpServer()
            .WithHttpTransport(options => options.SessionMode = HttpServerSessionMode.StatefulForInitializeClients)
            .AddNextcloudTools();
        more?.Invoke(server);
        var app = builder.Build();
        app.Use(
            (context, next) =>
            {
                if (context.Request.Headers[CallerHeader].ToString() is { Length: > 0 } caller)
                {
                    var parts = caller.Split(' ', 2);
                    Claim[] claims =
                    [
                        new(ClaimTypes.Name, parts[0]),
                        new(ClaimTypes.NameIdentifier, parts[0]),
                        new("scope", parts.ElementAtOrDefault(1) ?? ""),
                    ];
                    context.User = new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
                }

                return next(context);
            }
        );
        app.MapMcp("/mcp");
        return app;
    }

    public static async Task<McpHost> StartAsync(
        CancellationToken cancellationToken,
        Action<IMcpServerBuilder>? more = null
    )
    {
        var app = Build(more);
        await app.StartAsync(cancellationToken);
        return new McpHost(app);
    }

    /// <summary>A client whose calls are those of a person with scopes; <paramref name="wire"/> sees what it sends.</summary>
    public Task<McpClient> ConnectAsync(
        NextcloudAccount account,
        string scopes,
        CancellationToken cancellationToken,
        McpClientOptions? options = null,
        HttpMessageHandler? wire = null
    )
    {
        Callers.Accounts[account.UserId] = account;
        var transport = new HttpClientTransport(
            new HttpClientTransportOptions
            {
                Endpoint = new Uri(app.Urls.Single() + "/mcp"),
                TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = new Dictionary<string, string> { [CallerHeader] = $"{account.UserId} {scopes}" },
            },
            new HttpClient(wire ?? new SocketsHttpHandler()),
            ownsHttpClient: true
        );
        return McpClient.CreateAsync(transport, options, cancellationToken: cancellationToken);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
