using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tests.Access;

/// <summary>What holds for every tool of every app, whoever adds it.</summary>
public sealed class ToolDescriptionTests : ToolTest
{
    /// <summary>What reaches people and sites the cloud does not know.</summary>
    private static readonly string[] beyondTheCloud = ["send_mail", "set_feed", "import_recipe"];

    [Fact]
    public async Task Every_tool_has_a_title_a_description_annotations_and_schemas() =>
        Assert.All(
            await ToolsAsync(),
            tool =>
            {
                Assert.Matches("^[a-z]+(_[a-z]+)*$", tool.Name);
                Assert.NotEmpty(tool.Title ?? "");
                Assert.InRange(tool.Description?.Length ?? 0, 30, 400);
                Assert.Equal(beyondTheCloud.Contains(tool.Name), tool.Annotations?.OpenWorldHint is not false);
                Assert.Equal("object", tool.OutputSchema?.GetProperty("type").GetString());
            }
        );

    [Fact]
    public void Every_argument_is_described_where_it_is_declared()
    {
        var arguments =
            from type in typeof(NextcloudApp).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            where method.GetCustomAttribute<McpServerToolAttribute>() is not null
            from argument in method.GetParameters()
            where
                argument.ParameterType != typeof(RequestContext<CallToolRequestParams>)
                && argument.ParameterType != typeof(CancellationToken)
                && argument.ParameterType != typeof(IProgress<ProgressNotificationValue>)
            select (
                Name: $"{type.Name}.{method.Name}.{argument.Name}",
                argument.GetCustomAttribute<DescriptionAttribute>()?.Description
            );

        Assert.NotEmpty(arguments);
        Assert.All(arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), argument.Name));
    }

    [Fact]
    public async Task What_deletes_or_replaces_says_so_and_what_only_adds_says_that() =>
        Assert.All(
            (await ToolsAsync()).Where(tool => tool.Annotations?.ReadOnlyHint is not true),
            tool =>
            {
                var verb = tool.Name.Split('_')[0];
                if (verb is "delete" or "remove" or "empty")
                    Assert.True(tool.Annotations!.DestructiveHint is not false, tool.Name);
                if (verb is "create" or "add" or "restore")
                    Assert.False(tool.Annotations!.DestructiveHint, tool.Name);
            }
        );

    [Fact]
    public async Task Every_tool_declares_the_scope_and_the_requests_it_needs()
    {
        foreach (var tool in (await ToolsAsync()).Where(tool => tool.Name != "access"))
        {
            var scopes = Host.ScopesOf(tool.Name);
            Assert.NotEmpty(scopes);
            if (tool.Annotations?.ReadOnlyHint is true)
                Assert.All(scopes, scope => Assert.EndsWith(".read", scope, StringComparison.Ordinal));
            else
                Assert.Contains(scopes, scope => !scope.EndsWith(".read", StringComparison.Ordinal));
            Assert.True(Host.UpstreamOf(tool.Name).Count > 0, $"'{tool.Name}' declares no upstream request");
        }
    }

    [Fact]
    public async Task Without_its_scope_no_tool_can_be_called()
    {
        var tools = await ToolsAsync();
        await using var nobody = await AliceAsync("");

        Assert.All(tools, tool => Assert.True(tool.Name == "access" || Host.ScopesOf(tool.Name).Count > 0));
        foreach (var tool in tools.Where(tool => tool.Name != "access"))
            Assert.Contains("did not grant", await ErrorAsync(nobody, tool.Name, new { }), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Cloud.Requests,
            request =>
                !request.Path.Contains("/cloud/capabilities", StringComparison.Ordinal)
                && !request.Path.Contains("/navigation/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Output_schemas_require_nothing_that_an_answer_leaves_away_because_clients_check_them() =>
        Assert.All(await ToolsAsync(), tool => Assert.Empty(RequiredButNullable(tool.OutputSchema!.Value)));

    [Fact]
    public async Task Schemas_of_arguments_say_nothing_twice() =>
        Assert.All(
            await ToolsAsync(),
            tool => Assert.DoesNotContain("null", tool.InputSchema.GetRawText(), StringComparison.Ordinal)
        );

    [Fact]
    public async Task Every_list_has_a_cursor_a_limit_and_a_selection_of_fields() =>
        Assert.All(
            (await ToolsAsync()).Where(tool =>
                tool.Annotations?.ReadOnlyHint is true && Arguments(tool).Contains("cursor")
            ),
            tool => Assert.Superset(new HashSet<string> { "limit", "fields" }, Arguments(tool))
        );

    [Fact]
    public async Task All_tools_together_take_less_than_twelve_thousand_tokens_and_each_app_less_than_fifteen_hundred()
    {
        var sizes = (await ToolsAsync()).Select(tool =>
            (App: NextcloudApps.Of(Host.Find(tool.Name)!)?.Name ?? "-", Size: ToolBudget.TokensOf(tool))
        );

        var apps = sizes.GroupBy(tool => tool.App, tool => tool.Size).ToDictionary(app => app.Key, app => app.Sum());

        Assert.All(apps, app => Assert.True(app.Value < 1500, $"{app.Key} takes {app.Value} tokens"));
        Assert.True(apps.Values.Sum() < 12_000, string.Join('\n', apps.Select(app => $"{app.Key}: {app.Value}")));
    }

    [Fact]
    public async Task What_changes_an_existing_thing_requires_its_etag()
    {
        var tools = await ToolsAsync();

        foreach (var name in new[] { "update_note", "delete_note", "move_file", "delete_file" })
            Assert.Contains("etag", Required(tools, name));
        Assert.DoesNotContain("etag", Required(tools, "write_file"));
    }

    [Fact]
    public async Task The_mode_of_an_update_is_a_choice_of_words()
    {
        var mode = (await ToolsAsync())
            .Single(t => t.Name == "update_note")
            .InputSchema.GetProperty("properties")
            .GetProperty("mode");

        Assert.Equal(["replace", "append"], mode.GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
    }

    [Fact]
    public async Task The_server_gives_instructions()
    {
        await using var alice = await AliceAsync();

        Assert.Contains("access", alice.ServerInstructions, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Tool>> ToolsAsync()
    {
        // A cloud that does not say what it has is shown everything.
        Cloud.Forget().Answer("GET", "/ocs/v2.php/cloud/capabilities?format=json", 500, "text/plain", "");
        Cloud.Answer("GET", "/ocs/v2.php/core/navigation/apps?format=json", 500, "text/plain", "");
        await using var alice = await AliceAsync();
        var tools = await alice.ListToolsAsync(cancellationToken: Token);
        return [.. tools.Select(tool => tool.ProtocolTool)];
    }

    private static HashSet<string> Arguments(Tool tool) =>
        [.. tool.InputSchema.GetProperty("properties").EnumerateObject().Select(p => p.Name)];

    private static IEnumerable<string?> Required(IReadOnlyList<Tool> tools, string name) =>
        tools.Single(t => t.Name == name).InputSchema.TryGetProperty("required", out var required)
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
