using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;

namespace Gatehouse.Nextcloud.Tools.Tests.Search;

public sealed class SearchToolsTests : ToolTest
{
    private const string Path = "/ocs/v2.php/search/providers";
    private const string Empty =
        """{"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":{"name":"x","isPaginated":false,"entries":[],"cursor":null}}}""";

    [Fact]
    public async Task What_is_named_is_searched_and_the_rest_is_left_alone()
    {
        Cloud.Play("search", "01-providers").Play("search", "03-search-files");
        await using var alice = await AliceAsync("search.read files.read");

        var answer = await CallAsync(
            alice,
            "search_everything",
            new { query = "hello", providers = new[] { "files" } }
        );

        var hit = answer.GetProperty("hits")[0];
        Assert.Equal(("files", "hello.txt"), (Text(hit, "provider"), Text(hit, "title")));
        Assert.Equal(("/Projects/hello.txt", "113"), (Text(hit, "path"), Text(hit, "fileId")));
        Assert.Equal(["files"], Names(answer, "searched"));
        Assert.Equal(1, Searches());
    }

    [Fact]
    public async Task It_is_asked_once_where_a_person_can_search()
    {
        Cloud.Play("search", "01-providers").Play("search", "04-search-notes");
        await using var alice = await AliceAsync("search.read notes.read");
        var notes = new { query = "hello", providers = new[] { "notes" } };

        await CallAsync(alice, "search_everything", notes);
        await CallAsync(alice, "search_everything", notes);

        Assert.Single(Cloud.Requests, r => r.Path == Path);
        Assert.Equal(2, Searches());
    }

    [Fact]
    public async Task More_follows_by_one_cursor_for_those_that_have_more()
    {
        Cloud
            .Play("search", "01-providers")
            .Play("search", "15-search-files-paged")
            .Play("search", "16-search-files-cursor")
            .Answer("GET", Path + "/notes/search?term=e&limit=1", 200, "application/json", Empty);
        await using var alice = await AliceAsync("search.read files.read notes.read");
        var providers = new[] { "files", "notes" };

        var first = await CallAsync(
            alice,
            "search_everything",
            new
            {
                query = "e",
                limit = 1,
                providers,
            }
        );
        var cursor = Text(first, "nextCursor");
        var second = await CallAsync(
            alice,
            "search_everything",
            new
            {
                query = "e",
                limit = 1,
                providers,
                cursor,
            }
        );

        Assert.Equal("Projects", Text(Assert.Single(first.GetProperty("hits").EnumerateArray()), "title"));
        Assert.Equal(0, second.GetProperty("hits").GetArrayLength());
        Assert.Equal(["files"], Names(second, "searched"));
        Assert.False(second.TryGetProperty("nextCursor", out _));
        Assert.Equal(3, Searches());
    }

    [Fact]
    public async Task What_the_person_did_not_allow_is_not_searched_and_said()
    {
        Cloud.Play("search", "01-providers").Play("search", "04-search-notes");
        await using var alice = await AliceAsync("search.read notes.read");

        var answer = await CallAsync(
            alice,
            "search_everything",
            new { query = "hello", providers = new[] { "notes", "files", "spreed", "comments" } }
        );

        Assert.Equal(["notes"], Names(answer, "searched"));
        Assert.Superset(
            new HashSet<string?> { "files", "comments", "talk-message" },
            Names(answer, "notAllowed").ToHashSet()
        );
        Assert.Equal(1, Searches());
    }

    [Fact]
    public async Task Writing_includes_finding()
    {
        Cloud.Play("search", "01-providers").Play("search", "03-search-files");
        await using var alice = await AliceAsync("search.read files.write");

        var answer = await CallAsync(
            alice,
            "search_everything",
            new { query = "hello", providers = new[] { "files" } }
        );

        Assert.False(answer.TryGetProperty("notAllowed", out _));
    }

    [Fact]
    public async Task A_provider_that_fails_hides_nothing_of_the_others()
    {
        Cloud
            .Play("search", "01-providers")
            .Play("search", "03-search-files")
            .Play("search", "05-search-deck-cards", Path + "/notes/search?term=hello&limit=5");
        await using var alice = await AliceAsync("search.read files.read notes.read");

        var answer = await CallAsync(
            alice,
            "search_everything",
            new { query = "hello", providers = new[] { "files", "notes" } }
        );

        Assert.Equal(2, answer.GetProperty("hits").GetArrayLength());
        Assert.Equal(["files"], Names(answer, "searched"));
        Assert.Contains(
            "failed inside Nextcloud",
            Text(answer.GetProperty("failed"), "notes"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task When_all_fail_it_is_an_error()
    {
        Cloud
            .Play("search", "01-providers")
            .Play("search", "05-search-deck-cards", Path + "/notes/search?term=hello&limit=5");
        await using var alice = await AliceAsync("search.read notes.read");

        var text = await ErrorAsync(alice, "search_everything", new { query = "hello", providers = new[] { "notes" } });

        Assert.Contains("Searching 'notes' failed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_nobody_knows_is_not_asked_and_those_there_are_named()
    {
        Cloud.Play("search", "01-providers");
        await using var alice = await AliceAsync("search.read");

        var text = await ErrorAsync(
            alice,
            "search_everything",
            new { query = "hello", providers = new[] { "deck-cards" } }
        );

        Assert.Contains("'deck-cards'", text, StringComparison.Ordinal);
        Assert.Contains("search-deck-card-board", text, StringComparison.Ordinal);
        Assert.Equal(0, Searches());
    }

    [Fact]
    public async Task Whatever_leaves_the_cloud_is_searched_only_by_name()
    {
        Cloud
            .Answer(
                "GET",
                Path,
                200,
                "application/json",
                """
                {"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":[
                {"id":"openstreetmap","appId":"maps-online","name":"OSM","isExternalProvider":true},
                {"id":"settings","appId":"settings","name":"Settings","isExternalProvider":false}]}}
                """
            )
            .Play("search", "13-search-settings")
            .Answer("GET", Path + "/openstreetmap/search?term=hello&limit=5", 200, "application/json", Empty);
        await using var alice = await AliceAsync("search.read");

        var everywhere = await CallAsync(alice, "search_everything", new { query = "hello" });
        var named = await CallAsync(
            alice,
            "search_everything",
            new { query = "hello", providers = new[] { "openstreetmap" } }
        );

        Assert.Equal(["settings"], Names(everywhere, "searched"));
        Assert.Equal(["openstreetmap"], Names(named, "searched"));
    }

    private int Searches() => Cloud.Requests.Count(r => r.Path.Contains("/search?", StringComparison.Ordinal));

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static IEnumerable<string?> Names(JsonElement answer, string name) =>
        answer.GetProperty(name).EnumerateArray().Select(n => n.GetString());
}
