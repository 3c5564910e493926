using System.Text.Json;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class FilesLifeTests : LifeTest
{
    [Fact]
    public async Task A_file_lives_from_its_creation_to_its_end()
    {
        await using var alice = await AliceAsync();

        await CallAsync(alice, "create_folder", new { path = $"/{Unique}" });
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var folder = (await CallAsync(tidy, "search_files", new { name = Unique })).GetProperty("items")[0];
            await CallAsync(tidy, "delete_file", new { path = $"/{Unique}", etag = Etag(folder) });
        });
        var written = await CallAsync(alice, "write_file", new { path = $"/{Unique}/plan ä#1.md", text = "one" });
        var again = await CallAsync(
            alice,
            "write_file",
            new
            {
                path = $"/{Unique}/plan ä#1.md",
                text = "one\ntwo",
                etag = Etag(written),
            }
        );
        var stale = await ResultAsync(
            alice,
            "write_file",
            new
            {
                path = $"/{Unique}/plan ä#1.md",
                text = "lost",
                etag = Etag(written),
            }
        );
        await CallAsync(
            alice,
            "move_file",
            new
            {
                from = $"/{Unique}/plan ä#1.md",
                to = $"/{Unique}/copy.md",
                etag = Etag(again),
                copy = true,
            }
        );
        var occupied = await ResultAsync(
            alice,
            "move_file",
            new
            {
                from = $"/{Unique}/plan ä#1.md",
                to = $"/{Unique}/copy.md",
                etag = Etag(again),
            }
        );
        await CallAsync(
            alice,
            "move_file",
            new
            {
                from = $"/{Unique}/plan ä#1.md",
                to = $"/{Unique}/moved.md",
                etag = Etag(again),
            }
        );
        var found = await CallAsync(alice, "search_files", new { name = "moved", folder = $"/{Unique}" });
        var read = await CallAsync(alice, "read_file", new { path = $"/{Unique}/moved.md" });
        var listed = await CallAsync(alice, "list_folder", new { path = $"/{Unique}" });
        await CallAsync(alice, "delete_file", new { path = $"/{Unique}/moved.md", etag = Etag(read) });
        var gone = await ResultAsync(alice, "read_file", new { path = $"/{Unique}/moved.md" });

        Assert.True(stale.IsError);
        Assert.True(occupied.IsError);
        Assert.Equal(
            $"/{Unique}/moved.md",
            Assert.Single(found.GetProperty("items").EnumerateArray()).GetProperty("path").GetString()
        );
        Assert.Equal("one\ntwo", read.GetProperty("text").GetString());
        Assert.Equal([$"/{Unique}/copy.md", $"/{Unique}/moved.md"], Paths(listed).Order(StringComparer.Ordinal));
        Assert.True(gone.IsError);
    }

    [Fact]
    public async Task Two_people_at_once_never_see_each_others_things()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        foreach (var (client, name) in new[] { (alice, "alice"), (bob, "bob") })
            await CallAsync(client, "write_file", new { path = "/whoami.txt", text = name });

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(async i =>
                {
                    var (client, name) = i % 2 == 0 ? (alice, "alice") : (bob, "bob");
                    var read = await CallAsync(client, "read_file", new { path = "/whoami.txt" });
                    return (Expected: name, Read: read.GetProperty("text").GetString());
                })
        );

        Assert.All(answers, a => Assert.Equal(a.Expected, a.Read));
    }

    private static string? Etag(JsonElement answer) => answer.GetProperty("etag").GetString();

    private static IEnumerable<string?> Paths(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("path").GetString());
}
