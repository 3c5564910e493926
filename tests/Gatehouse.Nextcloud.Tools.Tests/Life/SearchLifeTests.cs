namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class SearchLifeTests : LifeTest
{
    [Fact]
    public async Task One_search_finds_notes_and_files()
    {
        await using var alice = await AliceAsync();
        var note = await CallAsync(alice, "create_note", new { title = Unique, content = "found" });
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var read = await CallAsync(tidy, "read_note", new { id = note.GetProperty("id").GetInt64() });
            var etag = read.GetProperty("note").GetProperty("etag").GetString();
            await CallAsync(tidy, "delete_note", new { id = note.GetProperty("id").GetInt64(), etag });
        });

        var found = await CallAsync(alice, "search_everything", new { query = Unique });

        var hits = found.GetProperty("hits").EnumerateArray().ToList();
        Assert.Superset(
            new HashSet<string?> { "notes", "files" },
            hits.Select(h => h.GetProperty("provider").GetString()).ToHashSet()
        );
        Assert.All(hits, h => Assert.Contains(Unique, h.GetProperty("title").GetString(), StringComparison.Ordinal));
        Assert.False(found.TryGetProperty("failed", out _));
        Assert.False(found.TryGetProperty("notAllowed", out _));
    }
}
