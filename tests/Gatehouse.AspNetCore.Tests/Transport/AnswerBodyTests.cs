using System.Net.Sockets;
using System.Text;
using Gatehouse.AspNetCore.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Server;

namespace Gatehouse.AspNetCore.Tests.Transport;

/// <summary>What a client sees on its connection while a tool is at work, and when it answers.</summary>
public sealed class AnswerBodyTests : IAsyncLifetime
{
    private const string Message =
        """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"wait","arguments":{}}}""";

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
        builder.Services.AddSingleton<TimeProvider>(time);
        builder
            .Services.AddMcpServer()
            .WithHttpTransport(transport => transport.SessionMode = HttpServerSessionMode.Stateless)
            .WithTools([McpServerTool.Create(WorkAsync, new McpServerToolCreateOptions { Name = "wait" })]);
        app = builder.Build();
        app.MapMcp("/mcp").SendHeadWithFirstEvent();
        await app.StartAsync(Token);
        await client.ConnectAsync("127.0.0.1", new Uri(app.Urls.First()).Port, Token);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_head_comes_with_the_first_event()
    {
        await SendAsync();
        var first = ReadAsync();
        await begun.Task.WaitAsync(Token);

        // Were the head sent alone, this would be over while the tool is held.
        await Task.WhenAny(first, Task.Delay(TimeSpan.FromMilliseconds(200), Token));
        allowed.SetResult();

        var read = await first;
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", read, StringComparison.Ordinal);
        Assert.Contains("data: {\"result\"", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_goes_ahead_when_the_first_event_takes_long()
    {
        await SendAsync();
        var first = ReadAsync();
        await begun.Task.WaitAsync(Token);

        time.Advance(AnswerBody.Patience);

        var head = await first;
        Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal);
        Assert.Contains("text/event-stream", head, StringComparison.Ordinal);
        allowed.SetResult();
        Assert.Contains("data: {\"result\"", await ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_without_any_event_arrives()
    {
        await SendAsync(accept: "text/plain");

        Assert.StartsWith("HTTP/1.1 406 ", await ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_cannot_be_sent_is_told_to_who_writes_and_to_no_timer()
    {
        var body = new AnswerBody(new BrokenStream(), time);
        await body.FlushAsync(Token);

        // Thrown in a timer's thread it would end the process.
        time.Advance(AnswerBody.Patience);

        await Assert.ThrowsAsync<IOException>(async () => await body.WriteAsync(new byte[1], Token));
    }

    private async Task<string> WorkAsync(CancellationToken cancellationToken)
    {
        begun.SetResult();
        await allowed.Task.WaitAsync(cancellationToken);
        return "done";
    }

    private Task SendAsync(string accept = "application/json, text/event-stream") =>
        client
            .GetStream()
            .WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"POST /mcp HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\nContent-Type: application/json\r\n"
                        + $"Content-Length: {Message.Length}\r\n\r\n{Message}"
                ),
                Token
            )
            .AsTask();

    private async Task<string> ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var read = client.GetStream().ReadAsync(buffer, Token).AsTask();
        return Encoding.UTF8.GetString(buffer, 0, await read.WaitAsync(TimeSpan.FromSeconds(20), Token));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override Task FlushAsync(CancellationToken cancellationToken) => throw new IOException("It is broken.");
    }
}
