using System.Net.Sockets;
using System.Text;
using Gatehouse.AspNetCore.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Server;

namespace Gatehouse.AspNetCore.Tests.Transport;

/// <summary>What a client sees on its connection, and when.</summary>
public sealed class AnswerBodyTests : IAsyncLifetime
{
    private const string Event = "data: done\n\n";
    private const string End = "\r\n0\r\n\r\n";

    private readonly FakeTimeProvider time = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource allowed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TcpClient client = new();
    private WebApplication app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder
            .Services.AddMcpServer()
            .WithHttpTransport(transport => transport.SessionMode = HttpServerSessionMode.Stateless)
            .WithTools([McpServerTool.Create(() => "done", new McpServerToolCreateOptions { Name = "work" })]);
        app = builder.Build();
        app.MapMcp("/mcp").SendInOnePiece();
        app.MapPost(
            "/held-before-event",
            (HttpContext context, CancellationToken _) => AnswerAsync(context, HoldAsync, EventAsync)
        );
        app.MapPost(
            "/held-behind-event",
            (HttpContext context, CancellationToken _) => AnswerAsync(context, EventAsync, HoldAsync)
        );
        app.MapPost(
            "/held-behind-long",
            (HttpContext context, CancellationToken _) => AnswerAsync(context, LongAsync, HoldAsync)
        );
        await app.StartAsync(Token);
        await client.ConnectAsync("127.0.0.1", new Uri(app.Urls.First()).Port, Token);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Head_event_and_end_come_in_one_piece()
    {
        await SendAsync("/held-before-event");
        var first = ReadAsync();
        await begun.Task.WaitAsync(Token);

        // Were the head sent alone, this would be over while the event is held.
        await Task.WhenAny(first, Task.Delay(TimeSpan.FromMilliseconds(200), Token));
        allowed.SetResult();

        var read = await first;
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", read, StringComparison.Ordinal);
        Assert.EndsWith(Event + End, read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_goes_ahead_when_the_first_event_takes_long()
    {
        await SendAsync("/held-before-event");
        var first = ReadAsync();
        await begun.Task.WaitAsync(Token);

        time.Advance(AnswerBody.Patience);

        var head = await first;
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", head, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal);
        allowed.SetResult();
        Assert.EndsWith(Event + End, await ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_goes_ahead_when_the_end_takes_long()
    {
        await SendAsync("/held-behind-event");
        var first = ReadAsync();
        await begun.Task.WaitAsync(Token);

        time.Advance(AnswerBody.Breath);

        Assert.EndsWith(Event + "\r\n", await first, StringComparison.Ordinal);
        allowed.SetResult();
        Assert.Equal("0\r\n\r\n", await ReadAsync());
    }

    [Fact]
    public async Task A_long_event_waits_for_nothing()
    {
        await SendAsync("/held-behind-long");
        await begun.Task.WaitAsync(Token);

        var read = "";
        while (!read.EndsWith(Event + "\r\n", StringComparison.Ordinal))
            read += await ReadAsync();
        allowed.SetResult();
        Assert.Equal("0\r\n\r\n", await ReadAsync());
    }

    [Fact]
    public async Task The_answer_of_a_tool_arrives()
    {
        await SendAsync(
            "/mcp",
            """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"work","arguments":{}}}"""
        );

        var read = "";
        while (!read.EndsWith(End, StringComparison.Ordinal))
            read += await ReadAsync();
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", read, StringComparison.Ordinal);
        Assert.Contains("data: {\"result\"", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_without_any_event_arrives()
    {
        await SendAsync("/mcp", accept: "text/plain");

        Assert.StartsWith("HTTP/1.1 406 ", await ReadAsync(), StringComparison.Ordinal);
    }

    /// <summary>As the SDK does: a flush for the head before anything else, and one behind each event.</summary>
    private async Task AnswerAsync(HttpContext context, params Func<Stream, Task>[] steps)
    {
        await using var body = new AnswerBody(context.Response.BodyWriter, time);
        await body.FlushAsync(Token);
        foreach (var step in steps)
            await step(body);
    }

    private async Task HoldAsync(Stream body)
    {
        begun.SetResult();
        await allowed.Task.WaitAsync(Token);
    }

    private static async Task EventAsync(Stream body)
    {
        await body.WriteAsync(Encoding.ASCII.GetBytes(Event), Token);
        await body.FlushAsync(Token);
    }

    private static async Task LongAsync(Stream body)
    {
        await body.WriteAsync(Encoding.ASCII.GetBytes(Event.PadLeft(64 * 1024)), Token);
        await body.FlushAsync(Token);
    }

    private Task SendAsync(string path, string message = "{}", string accept = "application/json, text/event-stream") =>
        client
            .GetStream()
            .WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\nContent-Type: application/json\r\n"
                        + $"Content-Length: {message.Length}\r\n\r\n{message}"
                ),
                Token
            )
            .AsTask();

    private async Task<string> ReadAsync()
    {
        var buffer = new byte[256 * 1024];
        var read = client.GetStream().ReadAsync(buffer, Token).AsTask();
        return Encoding.UTF8.GetString(buffer, 0, await read.WaitAsync(TimeSpan.FromSeconds(20), Token));
    }
}
