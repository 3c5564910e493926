using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace Gatehouse.Nextcloud.Tools.Tests.Errors;

public sealed class HalfPairTests : ToolTest
{
    [Theory]
    [InlineData("create_folder", """{"path":"/a\\ud83d"}""", "$.arguments.path")]
    [InlineData("send_chat_message", """{"conversation":"abc","text":"\\ude00b"}""", "$.arguments.text")]
    [InlineData("write_file", """{"path":"/a.md","text":"a\\ud83db"}""", "$.arguments.text")]
    [InlineData("find_free_time", """{"minutes":30,"people":["a@example.com","\\ud83d"]}""", "$.arguments.people[1]")]
    [InlineData(
        "create_rows",
        """{"table":1,"rows":[{"Name":"Ada"},{"Name":"\\ude00\\ud83d"}]}""",
        "$.arguments.rows[1].Name"
    )]
    [InlineData("create_rows", """{"table":1,"rows":[{"Na\\ud83dme":"Ada"}]}""", "$.arguments.rows[0]")]
    public async Task Half_of_a_surrogate_pair_is_refused_with_its_place(string tool, string json, string place)
    {
        using var arguments = JsonDocument.Parse(json);
        await using var alice = await ConnectAsync();

        var error = await Assert.ThrowsAsync<McpProtocolException>(() =>
            ResultAsync(alice, tool, arguments.RootElement)
        );

        Assert.Equal(McpErrorCode.InvalidParams, error.ErrorCode);
        Assert.Contains($"{place} holds half of a surrogate pair", error.Message, StringComparison.Ordinal);
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_for_a_prompt_is_refused_with_its_place()
    {
        await using var alice = await ConnectAsync();

        var error = await Assert.ThrowsAsync<McpProtocolException>(async () =>
            await alice.GetPromptAsync(
                "prepare_meeting",
                new Dictionary<string, object?> { ["meeting"] = @"a\ud83d" },
                cancellationToken: Token
            )
        );

        Assert.Equal(McpErrorCode.InvalidParams, error.ErrorCode);
        Assert.Contains("$.arguments.meeting holds half of a surrogate pair", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_halves_are_a_character()
    {
        await using var alice = await ConnectAsync();

        var error = await ErrorAsync(alice, "read_note", new Dictionary<string, string> { ["id"] = @"a\ud83d\ude00" });

        Assert.Contains("not the text 'a😀'", error, StringComparison.Ordinal);
    }

    private Task<McpClient> ConnectAsync() =>
        Host.ConnectAsync(Account("alice"), Everything, Token, wire: new EscapingWire());
}
