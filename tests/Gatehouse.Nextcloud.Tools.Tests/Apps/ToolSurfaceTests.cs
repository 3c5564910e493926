using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ModelContextProtocol.Client;

namespace Gatehouse.Nextcloud.Tools.Tests.Apps;

public sealed class ToolSurfaceTests : ToolTest
{
    private const string Capabilities = "/ocs/v2.php/cloud/capabilities?format=json";
    private const string Navigation = "/ocs/v2.php/core/navigation/apps?format=json";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task An_app_that_is_not_installed_is_not_listed_and_appears_without_a_restart()
    {
        Cloud.Forget().Answer("GET", Capabilities, 200, "application/json", Data("""{"capabilities":{"notes":{}}}"""));
        Cloud.Answer("GET", Navigation, 200, "application/json", Data("[]"));
        await using var host = await McpHost.StartAsync(
            Token,
            server => server.Services.AddSingleton<TimeProvider>(time)
        );
        await using var alice = await host.ConnectAsync(Account("alice"), Everything, Token);

        var before = await NamesAsync(alice);
        Cloud.Forget().Answer("GET", Capabilities, 200, "application/json", Data("""{"capabilities":{"deck":{}}}"""));
        Cloud.Answer("GET", Navigation, 200, "application/json", Data("""[{"id":"news","app":"news"}]"""));
        var kept = await NamesAsync(alice);
        time.Advance(TimeSpan.FromMinutes(5));
        var after = await NamesAsync(alice);

        Assert.Contains("read_note", before);
        Assert.Contains("read_file", before);
        Assert.DoesNotContain("list_boards", before);
        Assert.Equal(before, kept);
        Assert.DoesNotContain("read_note", after);
        Assert.Superset(new HashSet<string> { "list_boards", "list_feeds", "read_file" }, after);
    }

    [Fact]
    public async Task The_operator_chooses_apps_and_only_reading()
    {
        await using var host = await McpHost.StartAsync(
            Token,
            server =>
                server.Services.Configure<NextcloudToolsOptions>(options =>
                {
                    options.Apps.Add("Notes");
                    options.ReadOnly = true;
                })
        );
        await using var alice = await host.ConnectAsync(Account("alice"), Everything, Token);

        Assert.Equal(
            ["access", "list_notes", "read_note", "search_notes"],
            (await NamesAsync(alice)).Order(StringComparer.Ordinal)
        );
        Assert.Empty(await alice.ListResourceTemplatesAsync(cancellationToken: Token));
    }

    [Fact]
    public void An_app_that_nobody_knows_stops_the_start()
    {
        using var app = McpHost.Build(server =>
            server.Services.Configure<NextcloudToolsOptions>(options => options.Apps.Add("fax"))
        );

        var exception = Assert.Throws<OptionsValidationException>(() =>
            app.Services.GetRequiredService<IOptions<NextcloudToolsOptions>>().Value
        );
        Assert.Contains("'fax'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_answers_only_the_fields_that_were_asked_for()
    {
        Cloud.Play("notes", "10-list-chunk-1", "/index.php/apps/notes/api/v1/notes?chunkSize=2&exclude=content");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "list_notes", new { limit = 2, fields = new[] { "id", "title" } });
        var error = await ErrorAsync(alice, "list_notes", new { limit = 2, fields = new[] { "colour" } });

        Assert.All(
            answer.GetProperty("notes").EnumerateArray(),
            note => Assert.Equal(["id", "title"], note.EnumerateObject().Select(member => member.Name))
        );
        Assert.True(answer.TryGetProperty("nextCursor", out _));
        Assert.Contains("title", error, StringComparison.Ordinal);
        Assert.Contains("'fields'", error, StringComparison.Ordinal);
    }

    private static string Data(string json) =>
        $$$"""{"ocs":{"meta":{"status":"ok","statuscode":200},"data":{{{json}}}}}""";

    private static async Task<HashSet<string>> NamesAsync(McpClient client) =>
        [.. (await client.ListToolsAsync(cancellationToken: Token)).Select(tool => tool.Name)];
}
