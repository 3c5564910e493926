using System.Text.Json;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class NotesLifeTests : LifeTest
{
    [Fact]
    public async Task A_note_lives_from_its_creation_to_its_end()
    {
        await using var alice = await AliceAsync();

        var created = await CallAsync(
            alice,
            "create_note",
            new
            {
                title = "Trip",
                content = "- tent",
                category = Unique,
            }
        );
        var id = created.GetProperty("id").GetInt64();
        var updated = await CallAsync(
            alice,
            "update_note",
            new
            {
                id,
                etag = Etag(created),
                content = "- stove " + Unique,
                mode = "append",
            }
        );
        var stale = await ResultAsync(
            alice,
            "update_note",
            new
            {
                id,
                etag = Etag(created),
                content = "lost",
            }
        );
        var read = await CallAsync(alice, "read_note", new { id });
        var found = await CallAsync(alice, "search_notes", new { query = Unique });
        var listed = await CallAsync(alice, "list_notes", new { category = Unique });
        await CallAsync(alice, "delete_note", new { id, etag = Etag(updated) });
        var gone = await ResultAsync(alice, "read_note", new { id });

        Assert.True(stale.IsError);
        Assert.Equal("- tent\n- stove " + Unique, read.GetProperty("content").GetString());
        Assert.Contains(found.GetProperty("notes").EnumerateArray(), n => n.GetProperty("id").GetInt64() == id);
        Assert.Equal(id, Assert.Single(listed.GetProperty("notes").EnumerateArray()).GetProperty("id").GetInt64());
        Assert.True(gone.IsError);
    }

    private static string? Etag(JsonElement answer) => answer.GetProperty("etag").GetString();
}
