using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tests.Hosting;

public sealed class ServerOptionsFactoryTests
{
    [Fact]
    public void Tools_are_collected_once_however_often_the_options_are_asked_for()
    {
        var times = 0;
        using var app = Build(server => server.Services.PostConfigure<McpServerOptions>(_ => times++));

        var (one, other) = (Create(app), Create(app));

        Assert.Equal(1, times);
        Assert.Same(one.ToolCollection, other.ToolCollection);
        Assert.NotEmpty(one.ToolCollection!);
    }

    [Fact]
    public void What_the_server_writes_for_one_request_is_not_seen_by_another()
    {
        using var app = Build();

        var one = Create(app);
        one.ScopeRequests = false;
        one.KnownClientInfo = new Implementation { Name = "editor", Version = "1" };
        var other = Create(app);

        Assert.True(other.ScopeRequests);
        Assert.Null(other.KnownClientInfo);
    }

    /// <summary>Fails when the SDK has a new option that a copy would lose.</summary>
    [Fact]
    public void A_copy_has_everything_that_was_configured()
    {
        McpServerOptions? made = null;
        using var app = Build(server =>
            server.Services.PostConfigure<McpServerOptions>(options =>
            {
                options.ServerInfo = new Implementation { Name = "house", Version = "1" };
                options.Capabilities = new ServerCapabilities();
                options.ProtocolVersion = "2025-11-25";
                options.InitializationTimeout = TimeSpan.FromSeconds(7);
                options.ScopeRequests = false;
                options.KnownClientInfo = new Implementation { Name = "editor", Version = "1" };
                options.KnownClientCapabilities = new ClientCapabilities();
                options.MaxSamplingOutputTokens = 7;
                options.RequestHandlers = [];
                made = options;
            })
        );

        var copy = Create(app);

        Assert.NotSame(made, copy);
        var fresh = new McpServerOptions();
        foreach (var property in typeof(McpServerOptions).GetProperties().Where(one => one.CanWrite))
        {
            Assert.NotEqual(property.GetValue(fresh), property.GetValue(made));
            Assert.Equal(property.GetValue(made), property.GetValue(copy));
        }
    }

    [Fact]
    public void A_host_that_changes_the_tools_of_a_session_changes_no_other()
    {
        using var app = Build(server =>
            server.Services.Configure<HttpServerTransportOptions>(transport =>
                transport.ConfigureSessionOptions = static (_, options, _) =>
                {
                    options.ToolCollection!.Clear();
                    return Task.CompletedTask;
                }
            )
        );

        Create(app).ToolCollection!.Clear();

        Assert.NotEmpty(Create(app).ToolCollection!);
    }

    private static WebApplication Build(Action<IMcpServerBuilder>? more = null) => McpHost.Build(more);

    private static McpServerOptions Create(WebApplication app) =>
        app.Services.GetRequiredService<IOptionsFactory<McpServerOptions>>().Create(Options.DefaultName);
}
