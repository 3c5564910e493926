using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>Writes down what reaches Gatehouse, in front of everything of it: who a client is shows in what it sends.</summary>
internal sealed class Traffic : IStartupFilter
{
    private readonly ConcurrentQueue<Exchange> exchanges = new();

    /// <summary>How much was seen until now, for <see cref="Since"/>.</summary>
    public int Mark => exchanges.Count;

    /// <summary>Everything after a mark.</summary>
    public IReadOnlyList<Exchange> Since(int mark) => [.. exchanges.Skip(mark)];

    /// <summary>What the client sent after a mark, in one line; repeats are counted.</summary>
    public string Words(int mark) => Words(Since(mark).Where(exchange => !exchange.IsOfPerson));

    /// <summary>What everybody sent after a mark.</summary>
    public string AllWords(int mark) => Words(Since(mark));

    private static string Words(IEnumerable<Exchange> exchanges)
    {
        var words = new List<(string Text, int Times)>();
        foreach (var exchange in exchanges)
        {
            var text = exchange.ToString();
            if (words.Count > 0 && words[^1].Text == text)
            {
                words[^1] = (text, words[^1].Times + 1);
            }
            else
            {
                words.Add((text, 1));
            }
        }

        return string.Join(" → ", words.Select(word => word.Times == 1 ? word.Text : $"{word.Text} (×{word.Times})"));
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(WatchAsync);
            next(app);
        };

    private async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var (what, clientId) = await LookAsync(request);

        // An address that is not ours is refused by its host.
        var host = request.Host.Value ?? "";

        // A stream of events has an answer long before it has an end.
        context.Response.OnStarting(() =>
        {
            var status = context.Response.StatusCode;
            var seen = status == StatusCodes.Status421MisdirectedRequest ? $"{what} for {host}" : what;
            exchanges.Enqueue(new Exchange(request.Method, request.Path, seen, status, clientId));
            return Task.CompletedTask;
        });
        await next(context);
    }

    private static async Task<(string What, string ClientId)> LookAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !(request.Path == "/token" || request.Path == "/mcp"))
        {
            return ("", "");
        }

        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        if (request.Path == "/token")
        {
            var form = System.Web.HttpUtility.ParseQueryString(body);
            return (form["grant_type"] ?? "", form["client_id"] ?? "");
        }

        return (McpMethod(body), "");
    }

    private static string McpMethod(string body)
    {
        try
        {
            var message = JsonNode.Parse(body) as JsonObject;
            var method = (string?)message?["method"] ?? "";
            return method == "tools/call" ? $"{method} {(string?)message!["params"]?["name"]}" : method;
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
