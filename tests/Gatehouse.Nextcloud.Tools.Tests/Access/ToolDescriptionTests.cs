using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using ModelContextProtocol.Client;

namespace Gatehouse.Nextcloud.Tools.Tests.Access;

public sealed class ToolDescriptionTests : ToolTest
{
    private static readonly HashSet<string> readOnly =
    [
        "access",
        "list_notes",
        "read_note",
        "search_notes",
        "list_folder",
        "read_file",
        "search_files",
    ];
    private static readonly HashSet<string> destructive = ["update_note", "delete_note", "write_file", "delete_file"];

    [Fact]
    public async Task Every_tool_has_a_title_a_description_truthful_annotations_and_schemas()
    {
        await using var alice = await AliceAsync();

        var tools = await alice.ListToolsAsync(cancellationToken: Token);

        Assert.Equal(15, tools.Count);
        Assert.All(
            tools.Select(t => t.ProtocolTool),
            tool =>
            {
                Assert.NotEmpty(tool.Title ?? "");
                Assert.InRange(tool.Description?.Length ?? 0, 30, 400);
                Assert.Equal(readOnly.Contains(tool.Name), tool.Annotations?.ReadOnlyHint);
                if (!readOnly.Contains(tool.Name))
                    Assert.Equal(destructive.Contains(tool.Name), tool.Annotations?.DestructiveHint);
                Assert.Equal(tool.Name != "create_note", tool.Annotations?.IdempotentHint);
                Assert.False(tool.Annotations?.OpenWorldHint);
                Assert.Equal("object", tool.OutputSchema?.GetProperty("type").GetString());
                Assert.All(
                    tool.InputSchema.GetProperty("properties").EnumerateObject(),
                    p =>
                        Assert.True(
                            p.Value.TryGetProperty("description", out _),
                            $"{tool.Name}.{p.Name} has no description"
                        )
                );
            }
        );
    }

    [Fact]
    public async Task Output_schemas_require_nothing_that_an_answer_leaves_away_because_clients_check_them()
    {
        await using var alice = await AliceAsync();

        var tools = await alice.ListToolsAsync(cancellationToken: Token);

        Assert.All(tools, tool => Assert.Empty(RequiredButNullable(tool.ProtocolTool.OutputSchema!.Value)));
    }

    [Fact]
    public async Task What_changes_an_existing_thing_requires_its_etag()
    {
        await using var alice = await AliceAsync();

        var tools = await alice.ListToolsAsync(cancellationToken: Token);

        foreach (var name in new[] { "update_note", "delete_note", "move_file", "delete_file" })
            Assert.Contains("etag", Required(tools, name));
        Assert.DoesNotContain("etag", Required(tools, "write_file"));
    }

    [Fact]
    public async Task The_mode_of_an_update_is_a_choice_of_words()
    {
        await using var alice = await AliceAsync();

        var tools = await alice.ListToolsAsync(cancellationToken: Token);

        var mode = tools
            .Single(t => t.Name == "update_note")
            .ProtocolTool.InputSchema.GetProperty("properties")
            .GetProperty("mode");
        Assert.Equal(["replace", "append"], mode.GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
    }

    [Fact]
    public async Task The_server_gives_instructions()
    {
        await using var alice = await AliceAsync();

        Assert.Contains("access", alice.ServerInstructions, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Required(IList<McpClientTool> tools, string name) =>
        tools.Single(t => t.Name == name).ProtocolTool.InputSchema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(r => r.GetString())
            : [];

    private static IEnumerable<string> RequiredButNullable(JsonElement schema)
    {
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet()
            : [];
        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var name in RequiredButNullable(items))
                yield return name;
        }

        if (!schema.TryGetProperty("properties", out var properties))
            yield break;
        foreach (var property in properties.EnumerateObject())
        {
            if (required.Contains(property.Name) && IsNullable(property.Value))
                yield return property.Name;
            foreach (var name in RequiredButNullable(property.Value))
                yield return name;
        }
    }

    private static bool IsNullable(JsonElement schema) =>
        schema.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.Array
        && type.EnumerateArray().Any(one => one.GetString() == "null");
}
