using System.Net.Http.Headers;
using System.Text;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.Sessions;

/// <summary>The real SDK behind Gatehouse, and what a client of it sends.</summary>
internal static class SessionSite
{
    public const string Ping = """{"jsonrpc":"2.0","id":2,"method":"ping"}""";

    public static Task<Site> StartAsync(DirectoryInfo folder) =>
        Site.StartAsync(
            new SiteOptions
            {
                Database = Path.Combine(folder.FullName, "gatehouse.db"),
                Services = services => services.AddMcpServer().WithGatehouseTransport(),
                Resource = app => app.MapGatehouseMcp(),
            }
        );

    public static string Initialize(string name = "test") =>
        $$$"""
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"{{{name}}}","version":"1"} } }
            """;

    public static async Task<string> BeginAsync(SiteClient client, string token)
    {
        var answer = await SendAsync(client, "POST", token, session: null, Initialize());
        Assert.Equal(200, answer.Status);
        return answer.Header("Mcp-Session-Id")!;
    }

    public static Task<SiteAnswer> SendAsync(
        SiteClient client,
        string method,
        string? token,
        string? session,
        string body = Ping
    ) =>
        SendAsync(
            client,
            method,
            token,
            session,
            method == "POST" ? new StringContent(body, Encoding.UTF8, "application/json") : null
        );

    public static async Task<SiteAnswer> SendAsync(
        SiteClient client,
        string method,
        string? token,
        string? session,
        HttpContent? content
    )
    {
        using var request = Request(method, token, session);
        request.Content = content;
        return await SiteAnswer.OfAsync(client.Http, request);
    }

    public static HttpRequestMessage Request(string method, string? token, string? session)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "/mcp");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        if (session is not null)
        {
            request.Headers.TryAddWithoutValidation("Mcp-Session-Id", session);
        }

        return request;
    }
}
