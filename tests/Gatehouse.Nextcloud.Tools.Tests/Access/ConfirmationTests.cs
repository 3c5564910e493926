using System.ComponentModel;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tests.Access;

public sealed class ConfirmationTests : ToolTest
{
    private int done;

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task A_client_that_can_asks_the_person_and_their_yes_is_enough(string revision)
    {
        await using var host = await HostAsync();
        string? question = null;
        await using var alice = await ConnectAsync(
            host,
            revision,
            (asked, _) =>
            {
                question = asked?.Message;
                return new(new ElicitResult { Action = "accept" });
            }
        );

        var result = await alice.CallToolAsync(
            "wipe",
            new Dictionary<string, object?> { ["things"] = 12 },
            cancellationToken: Token
        );

        Assert.True(result.IsError is not true, TextOf(result));
        Assert.Equal("Wipe 12 things?", question);
        Assert.Equal(1, done);
    }

    [Theory]
    [InlineData("2025-11-25", "decline")]
    [InlineData("2026-07-28", "cancel")]
    public async Task Their_no_ends_it(string revision, string action)
    {
        await using var host = await HostAsync();
        await using var alice = await ConnectAsync(host, revision, (_, _) => new(new ElicitResult { Action = action }));

        var result = await alice.CallToolAsync(
            "wipe",
            new Dictionary<string, object?> { ["things"] = 12 },
            cancellationToken: Token
        );

        Assert.True(result.IsError);
        Assert.Contains("did not agree", TextOf(result), StringComparison.Ordinal);
        Assert.Equal(0, done);
    }

    [Fact]
    public async Task A_client_that_cannot_ask_gets_a_code_that_is_good_for_this_call_only()
    {
        await using var host = await HostAsync();
        await using var alice = await host.ConnectAsync(Account("alice"), "notes.write", Token);

        var first = await ErrorAsync(alice, "wipe", new { things = 12 });
        var code = first.Split('\'')[^2];
        var other = await ErrorAsync(alice, "wipe", new { things = 13, confirmation = code });
        await CallAsync(alice, "wipe", new { things = 12, confirmation = code });

        Assert.Contains("Wipe 12 things?", first, StringComparison.Ordinal);
        Assert.Contains("Wipe 13 things?", other, StringComparison.Ordinal);
        Assert.Equal(1, done);
    }

    [Fact]
    public async Task A_client_that_can_ask_asks_though_the_model_brings_a_code()
    {
        await using var host = await HostAsync();
        await using var mute = await host.ConnectAsync(Account("alice"), "notes.write", Token);
        var code = (await ErrorAsync(mute, "wipe", new { things = 12 })).Split('\'')[^2];
        string? question = null;
        await using var alice = await ConnectAsync(
            host,
            "2025-11-25",
            (asked, _) =>
            {
                question = asked?.Message;
                return new(new ElicitResult { Action = "decline" });
            }
        );

        await ErrorAsync(alice, "wipe", new { things = 12, confirmation = code });

        Assert.Equal("Wipe 12 things?", question);
        Assert.Equal(0, done);
    }

    [Fact]
    public async Task A_code_cannot_be_known_beforehand()
    {
        await using var one = await HostAsync();
        await using var other = await HostAsync();
        await using var alice = await one.ConnectAsync(Account("alice"), "notes.write", Token);
        await using var elsewhere = await other.ConnectAsync(Account("alice"), "notes.write", Token);

        var code = (await ErrorAsync(alice, "wipe", new { things = 12 })).Split('\'')[^2];
        await ErrorAsync(elsewhere, "wipe", new { things = 12, confirmation = code });

        Assert.Equal(0, done);
    }

    private Task<McpHost> HostAsync() =>
        McpHost.StartAsync(Token, server => server.Services.AddSingleton(McpServerTool.Create(Wipe, Options)));

    private static McpServerToolCreateOptions Options { get; } =
        new()
        {
            Name = "wipe",
            UseStructuredContent = true,
            Metadata = [new RequiresScopeAttribute("notes.write")],
        };

    private Task<McpClient> ConnectAsync(
        McpHost host,
        string revision,
        Func<ElicitRequestParams?, CancellationToken, ValueTask<ElicitResult>> answer
    ) =>
        host.ConnectAsync(
            Account("alice"),
            "notes.write",
            Token,
            new McpClientOptions
            {
                ProtocolVersion = revision,
                Handlers = new McpClientHandlers { ElicitationHandler = answer },
            }
        );

    private Wiped Wipe(
        RequestContext<CallToolRequestParams> request,
        [Description("How many.")] int things,
        [Description("Code from the first refusal.")] string? confirmation = null
    )
    {
        Assert.True(confirmation is null or { Length: 8 });
        Confirmation.Require(request, $"Wipe {things} things?");
        done++;
        return new(things);
    }

    private sealed record Wiped(int Things);
}
