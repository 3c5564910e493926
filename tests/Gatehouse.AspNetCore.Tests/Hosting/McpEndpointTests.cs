using Gatehouse.AspNetCore.Tests.Protection;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.Hosting;

/// <summary>An MCP endpoint that the protection does not cover.</summary>
public sealed class McpEndpointTests
{
    private const string Initialize = """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
        """;

    public static TheoryData<string> Elsewhere =>
        ["", "/", "/other", "/mcp-2", "/mcp/sub", "/{tenant}/mcp", "/api/mcp"];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task One_mapped_elsewhere_stops_the_start(string pattern)
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(app => app.MapMcp(pattern)));

        Assert.Contains("Gatehouse protects /mcp", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_in_a_group_stops_the_start()
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAsync(app => app.MapGroup("/group").MapMcp("/mcp"))
        );

        Assert.Contains("mapped at /group/mcp", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_one_beside_the_right_one_stops_the_start()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAsync(app =>
            {
                app.MapMcp("/mcp");
                app.MapMcp("/open");
            })
        );
    }

    [Theory]
    [InlineData("/mcp")]
    [InlineData("/MCP/")]
    [InlineData("mcp")]
    public async Task The_right_one_starts_and_is_protected(string pattern)
    {
        await using var site = await StartAsync(app => app.MapMcp(pattern));

        Assert.StartsWith("HTTP/1.1 401", await PostAsync(site, "/mcp"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_base_does_not_lead_past_the_protection()
    {
        await using var site = await StartAsync(app =>
        {
            app.UsePathBase("/base");
            app.MapMcp("/mcp");
        });

        await AssertClosedAsync(site, "/base/mcp");
    }

    [Fact]
    public async Task A_rewrite_does_not_lead_past_the_protection()
    {
        await using var site = await StartAsync(app =>
        {
            app.Use(
                (context, next) =>
                {
                    context.Request.Path = "/mcp";
                    return next(context);
                }
            );
            app.UseRouting();
            app.MapMcp("/mcp");
        });

        await AssertClosedAsync(site, "/hidden");
    }

    private static async Task AssertClosedAsync(Site site, string path)
    {
        var answer = await PostAsync(site, path);

        Assert.StartsWith("HTTP/1.1 500", answer, StringComparison.Ordinal);
        Assert.Contains("access_denied", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("serverInfo", answer, StringComparison.Ordinal);
    }

    private static Task<string> PostAsync(Site site, string path) =>
        ChallengeTests.RawAsync(
            site,
            "POST",
            path,
            $"Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\nContent-Length: {Initialize.Length}\r\n",
            Initialize
        );

    private static Task<Site> StartAsync(Action<WebApplication> map) =>
        Site.StartAsync(
            new SiteOptions { Services = services => services.AddMcpServer().WithHttpTransport(), Resource = map }
        );
}
