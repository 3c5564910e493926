using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Notes;

public sealed class NotesToolsTests : ToolTest
{
    private const string Note = "/index.php/apps/notes/api/v1/notes/188";
    private const string First = "620996f9103c5a0477488a1cdfc107ad";
    private const string Second = "464b7e5e436e0662d12b7703a24ad81b";

    [Fact]
    public async Task A_note_is_read_with_etag_and_link()
    {
        Cloud.Play("notes", "12-get");
        await using var alice = await AliceAsync("notes.read");

        var answer = await CallAsync(alice, "read_note", new { id = 188 });

        Assert.Equal("- milk\n- eggs", answer.GetProperty("content").GetString());
        Assert.Equal(First, answer.GetProperty("note").GetProperty("etag").GetString());
        Assert.Equal(
            Cloud.Address + "/index.php/apps/notes/note/188",
            answer.GetProperty("note").GetProperty("link").GetString()
        );
        Assert.False(answer.TryGetProperty("nextOffset", out _));
    }

    [Fact]
    public async Task A_long_note_is_read_in_parts()
    {
        Cloud.Play("notes", "12-get");
        await using var alice = await AliceAsync("notes.read");

        var one = await CallAsync(alice, "read_note", new { id = 188, length = 7 });
        var two = await CallAsync(
            alice,
            "read_note",
            new
            {
                id = 188,
                offset = one.GetProperty("nextOffset").GetInt32(),
                length = 100,
            }
        );
        var beyond = await CallAsync(alice, "read_note", new { id = 188, offset = 1000 });

        Assert.Equal("- milk\n", one.GetProperty("content").GetString());
        Assert.Equal("- eggs", two.GetProperty("content").GetString());
        Assert.Equal("", beyond.GetProperty("content").GetString());
    }

    [Theory]
    [InlineData(0, 2, "a", 0, 1)]
    [InlineData(1, 1, "😀", 1, 3)]
    [InlineData(2, 100, "😀b", 1, null)]
    public async Task A_part_of_a_note_never_cuts_a_character(int offset, int length, string part, int from, int? next)
    {
        Cloud.Answer(
            "GET",
            "/index.php/apps/notes/api/v1/notes/7",
            200,
            "application/json",
            """{"id":7,"etag":"0","title":"T","content":"a😀b","category":"","favorite":false,"modified":1795447195}"""
        );
        await using var alice = await AliceAsync("notes.read");

        var read = await CallAsync(
            alice,
            "read_note",
            new
            {
                id = 7,
                offset,
                length,
            }
        );

        Assert.Equal(part, read.GetProperty("content").GetString());
        Assert.Equal(from, read.GetProperty("offset").GetInt32());
        Assert.Equal(next, read.TryGetProperty("nextOffset", out var more) ? more.GetInt32() : null);
    }

    [Fact]
    public async Task Notes_are_listed_page_by_page_with_an_opaque_cursor()
    {
        const string list = "/index.php/apps/notes/api/v1/notes?chunkSize=2";
        Cloud.Play("notes", "10-list-chunk-1", list + "&exclude=content");
        Cloud.Play("notes", "11-list-chunk-2", list + "&chunkCursor=1795447196-1795447195-189&exclude=content");
        await using var alice = await AliceAsync("notes.read");

        var one = await CallAsync(alice, "list_notes", new { limit = 2 });
        var two = await CallAsync(
            alice,
            "list_notes",
            new { limit = 2, cursor = one.GetProperty("nextCursor").GetString() }
        );

        Assert.Equal(["Shopping", "Ideas", "Ideas (2)", "New note"], Titles(one).Concat(Titles(two)));
        Assert.False(two.TryGetProperty("nextCursor", out _));
        Assert.DoesNotContain("1795447196", one.GetProperty("nextCursor").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_asks_the_cloud_and_downloads_nothing()
    {
        Cloud.Play("search", "04-search-notes");
        await using var alice = await AliceAsync("notes.read");

        var answer = await CallAsync(alice, "search_notes", new { query = "hello", limit = 5 });

        Assert.Empty(answer.GetProperty("notes").EnumerateArray());
        Assert.False(answer.GetProperty("mayHaveMore").GetBoolean());
        Assert.Single(Cloud.Requests);
    }

    [Fact]
    public async Task A_note_is_created()
    {
        Cloud.Play("notes", "03-create-same-title");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "create_note", new { title = "Ideas", content = "dup" });

        Assert.Equal("Ideas (2)", answer.GetProperty("title").GetString());
        Assert.Equal("""{"title":"Ideas","content":"dup"}""", Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task An_update_is_conditional()
    {
        Cloud.Play("notes", "17-update-content-if-match");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(
            alice,
            "update_note",
            new
            {
                id = 188,
                etag = First,
                content = "- milk\n- eggs\n- bread",
            }
        );

        Assert.Equal(Second, answer.GetProperty("etag").GetString());
        Assert.Equal($"\"{First}\"", Cloud.LastRequest.Header("If-Match"));
    }

    [Fact]
    public async Task A_conflict_shows_the_note_as_it_is_now_and_writes_nothing()
    {
        Cloud.Play("notes", "18-update-stale-if-match-412");
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(
            alice,
            "update_note",
            new
            {
                id = 188,
                etag = First,
                content = "conflict",
            }
        );

        Assert.Contains("nothing was overwritten", error, StringComparison.Ordinal);
        Assert.Contains($"Current etag: {Second}", error, StringComparison.Ordinal);
        Assert.Contains("- milk\n- eggs\n- bread", error, StringComparison.Ordinal);
        Assert.Single(Cloud.Requests);
    }

    [Fact]
    public async Task An_append_reads_joins_and_writes_conditionally()
    {
        Cloud.Play("notes", "12-get").Play("notes", "17-update-content-if-match");
        await using var alice = await AliceAsync();

        await CallAsync(
            alice,
            "update_note",
            new
            {
                id = 188,
                etag = First,
                content = "- bread",
                mode = "append",
            }
        );

        Assert.Equal($"\"{First}\"", Cloud.LastRequest.Header("If-Match"));
        using var sent = JsonDocument.Parse(Cloud.LastRequest.BodyText);
        Assert.Equal("- milk\n- eggs\n- bread", sent.RootElement.GetProperty("content").GetString());
    }

    [Fact]
    public async Task An_append_to_a_note_that_changed_writes_nothing()
    {
        Cloud.Play("notes", "12-get");
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(
            alice,
            "update_note",
            new
            {
                id = 188,
                etag = Second,
                content = "x",
                mode = "append",
            }
        );

        Assert.Contains($"Current etag: {First}", error, StringComparison.Ordinal);
        Assert.All(Cloud.Requests, r => Assert.Equal("GET", r.Method));
    }

    [Fact]
    public async Task A_change_of_nothing_is_refused()
    {
        await using var alice = await AliceAsync();

        Assert.Contains(
            "nothing to change",
            await ErrorAsync(alice, "update_note", new { id = 188, etag = First }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_note_is_deleted_only_when_it_is_as_it_was_read()
    {
        Cloud.Play("notes", "12-get").Play("notes", "28-delete");
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, "delete_note", new { id = 188, etag = Second });
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "DELETE");
        var answer = await CallAsync(alice, "delete_note", new { id = 188, etag = First });

        Assert.Contains("nothing was written", error, StringComparison.Ordinal);
        Assert.Equal("Shopping", answer.GetProperty("title").GetString());
        Assert.Equal("DELETE", Cloud.LastRequest.Method);
    }

    [Theory]
    [InlineData("errors", "08-401-wrong-password-app-api", "did not accept")]
    [InlineData("errors", "39-503-maintenance-app", "maintenance mode")]
    [InlineData("errors", "44-404-app-disabled-notes", "'notes' does not answer")]
    [InlineData("notes", "14-get-404", "not there")]
    public async Task What_the_cloud_refuses_is_said_with_the_next_step(string folder, string recording, string words)
    {
        Cloud.Play(folder, recording, Note);
        await using var alice = await AliceAsync("notes.read");

        var error = await ErrorAsync(alice, "read_note", new { id = 188 });

        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.Contains("\nNext step: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain(RecordedCloud.SecretOf("alice-app-password"), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_place_of_json_is_said()
    {
        Cloud.Answer("GET", Note, 200, "text/html", "<html>Please log in</html>");
        await using var alice = await AliceAsync("notes.read");

        Assert.Contains(
            "did not answer as Nextcloud does",
            await ErrorAsync(alice, "read_note", new { id = 188 }),
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string?> Titles(JsonElement page) =>
        page.GetProperty("notes").EnumerateArray().Select(n => n.GetProperty("title").GetString());
}
