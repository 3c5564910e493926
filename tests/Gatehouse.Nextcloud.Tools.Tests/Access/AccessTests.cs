using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tests.Access;

public sealed class AccessTests : ToolTest
{
    private static readonly string[] notesRead = ["list_notes", "read_note", "search_notes"];
    private static readonly string[] notesWrite = ["create_note", "delete_note", "update_note"];
    private static readonly string[] filesRead = ["get_file", "list_folder", "list_trash", "read_file", "search_files"];
    private static readonly string[] filesWrite =
    [
        "create_folder",
        "delete_file",
        "delete_from_trash",
        "mark_file",
        "move_file",
        "restore_file",
        "write_file",
    ];

    [Theory]
    [InlineData("", false, false, false, false)]
    [InlineData("notes.read", true, false, false, false)]
    [InlineData("notes.write", true, true, false, false)]
    [InlineData("files.read", false, false, true, false)]
    [InlineData("notes.read files.write", true, false, true, true)]
    [InlineData("notes.write files.write", true, true, true, true)]
    [InlineData("mail.write admin *", false, false, false, false)]
    public async Task Only_granted_tools_are_listed_and_access_always(
        string scopes,
        bool readNotes,
        bool writeNotes,
        bool readFiles,
        bool writeFiles
    )
    {
        await using var alice = await AliceAsync(scopes);

        var tools = await alice.ListToolsAsync(cancellationToken: Token);

        IEnumerable<string> expected =
        [
            "access",
            .. readNotes ? notesRead : [],
            .. writeNotes ? notesWrite : [],
            .. readFiles ? filesRead : [],
            .. writeFiles ? filesWrite : [],
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.Equal(readFiles, (await alice.ListResourceTemplatesAsync(cancellationToken: Token)).Count == 1);
    }

    [Theory]
    [InlineData("read_note")]
    [InlineData("delete_note")]
    [InlineData("read_file")]
    [InlineData("write_file")]
    public async Task A_call_from_a_stale_list_is_refused_with_the_link_and_never_reaches_the_cloud(string tool)
    {
        await using var alice = await AliceAsync("");

        var error = await ErrorAsync(alice, tool, new { });

        Assert.Contains(TestCallers.ExtendUrl, error, StringComparison.Ordinal);
        Assert.Contains(
            tool.Contains("note", StringComparison.Ordinal) ? "notes." : "files.",
            error,
            StringComparison.Ordinal
        );
        Assert.Empty(Cloud.Requests);
    }

    [Fact]
    public async Task A_read_grant_does_not_write()
    {
        await using var alice = await AliceAsync("notes.read files.read");

        foreach (var tool in notesWrite.Concat(filesWrite))
            Assert.Contains("did not grant", await ErrorAsync(alice, tool, new { }), StringComparison.Ordinal);
        Assert.Empty(Cloud.Requests);
    }

    [Fact]
    public async Task A_resource_outside_the_grant_is_not_read()
    {
        await using var alice = await AliceAsync("notes.write");

        var exception = await Assert.ThrowsAsync<McpProtocolException>(async () =>
            await alice.ReadResourceAsync("nextcloud://files/Projects/hello.txt", cancellationToken: Token)
        );

        Assert.Contains(TestCallers.ExtendUrl, exception.Message, StringComparison.Ordinal);
        Assert.Empty(Cloud.Requests);
    }

    [Fact]
    public async Task Access_says_what_is_granted_what_is_not_and_where_to_grant_more()
    {
        await using var alice = await AliceAsync("notes.read");

        var answer = await CallAsync(alice, "access", new { });

        Assert.Equal("alice", answer.GetProperty("user").GetString());
        Assert.Equal(Cloud.Address, answer.GetProperty("cloud").GetString());
        Assert.Equal(
            ["notes.read"],
            answer.GetProperty("granted").EnumerateArray().Select(s => s.GetProperty("scope").GetString())
        );
        Assert.Equal(
            NextcloudScopes.All.Select(s => s.Name).Where(name => name != "notes.read"),
            answer.GetProperty("notGranted").EnumerateArray().Select(s => s.GetProperty("scope").GetString()!)
        );
        Assert.Equal(TestCallers.ExtendUrl, answer.GetProperty("extendAccessUrl").GetString());
    }

    [Fact]
    public async Task Access_has_no_link_when_all_is_granted()
    {
        await using var alice = await AliceAsync();

        Assert.False((await CallAsync(alice, "access", new { })).TryGetProperty("extendAccessUrl", out _));
    }

    [Fact]
    public async Task Access_tells_only_of_what_this_server_has_tools_for()
    {
        await using var host = await McpHost.StartAsync(
            Token,
            server =>
                server.Services.Configure<NextcloudToolsOptions>(options =>
                {
                    options.Apps.Add("notes");
                    options.ReadOnly = true;
                })
        );
        await using var alice = await host.ConnectAsync(Account("alice"), "", Token);

        var answer = await CallAsync(alice, "access", new { });

        var missing = Assert.Single(answer.GetProperty("notGranted").EnumerateArray());
        Assert.Equal("notes.read", missing.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task Lists_of_one_person_are_not_to_be_cached_for_others()
    {
        await using var alice = await AliceAsync();

        var tools = await alice.ListToolsAsync(new ListToolsRequestParams(), Token);

        Assert.Equal(CacheScope.Private, tools.CacheScope);
    }

    [Fact]
    public async Task A_tool_that_declares_no_scope_stops_the_start()
    {
        await using var app = McpHost.Build(server =>
            server.WithTools([McpServerTool.Create(() => "secret", new() { Name = "leak" })])
        );

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Token));

        Assert.Contains("'leak' does not say which scope it needs", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_nobody_can_grant_and_a_handler_that_bypasses_scopes_stop_the_start()
    {
        var tool = McpServerTool.Create(
            () => "x",
            new() { Name = "odd", Metadata = [new RequiresScopeAttribute("odd.read")] }
        );
        await using var app = McpHost.Build(server =>
            server.WithTools([tool]).WithListResourcesHandler((_, _) => new(new ListResourcesResult()))
        );

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Token));

        Assert.Contains("'odd.read'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("A handler for resources", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_is_held_to_its_scope_as_well()
    {
        var prompt = McpServerPrompt.Create(
            () => "Summarise my notes.",
            new() { Name = "summary", Metadata = [new RequiresScopeAttribute("notes.read")] }
        );
        await using var host = await McpHost.StartAsync(Token, server => server.WithPrompts([prompt]));
        await using var reader = await host.ConnectAsync(Account("alice"), "notes.read", Token);
        await using var other = await host.ConnectAsync(Account("bob"), "files.read", Token);

        Assert.Contains(await reader.ListPromptsAsync(cancellationToken: Token), p => p.Name == "summary");
        Assert.NotEmpty((await reader.GetPromptAsync("summary", cancellationToken: Token)).Messages);
        Assert.DoesNotContain(await other.ListPromptsAsync(cancellationToken: Token), p => p.Name == "summary");
        await Assert.ThrowsAsync<McpProtocolException>(async () =>
            await other.GetPromptAsync("summary", cancellationToken: Token)
        );
    }

    [Fact]
    public async Task The_resource_that_answers_is_the_one_whose_scope_is_asked_for()
    {
        var resource = McpServerResource.Create(
            () => "secret",
            new() { UriTemplate = "nextcloud://files/secret", Metadata = [new RequiresScopeAttribute("mail.read")] }
        );
        await using var host = await McpHost.StartAsync(Token, server => server.WithResources([resource]));
        await using var alice = await host.ConnectAsync(Account("alice"), "files.read", Token);

        var error = await Assert.ThrowsAsync<McpProtocolException>(async () =>
            await alice.ReadResourceAsync("nextcloud://files/secret", cancellationToken: Token)
        );

        Assert.Contains("mail.read", error.Message, StringComparison.Ordinal);
        Assert.Equal(["mail.read"], RequiredScopes.Of(host.Options, "resources/read", "nextcloud://files/secret"));
    }

    [Fact]
    public async Task An_unknown_tool_is_a_protocol_error()
    {
        await using var alice = await AliceAsync();

        await Assert.ThrowsAsync<McpProtocolException>(() => ResultAsync(alice, "nope", new { }));
    }

    [Fact]
    public void Every_scope_has_words_for_the_consent_page() =>
        Assert.All(
            NextcloudScopes.All,
            scope =>
            {
                Assert.Matches("^[a-z]+\\.(read|write|send)$", scope.Name);
                Assert.NotEmpty(scope.AppTitle);
                Assert.NotEmpty(scope.Title);
                Assert.EndsWith(".", scope.Sentence, StringComparison.Ordinal);
            }
        );
}
