using System.Text.Json;
using Gatehouse.Nextcloud.Files.Uploads;
using ModelContextProtocol.Client;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class FilesLifeTests : LifeTest
{
    [Fact]
    public async Task A_file_lives_from_its_creation_to_its_end()
    {
        await using var alice = await AliceAsync();

        await FolderAsync(alice);
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
    public async Task What_is_deleted_comes_back_from_the_trash_bin()
    {
        await using var alice = await AliceAsync();
        await FolderAsync(alice);
        var plan = await CallAsync(alice, "write_file", new { path = $"/{Unique}/plan ä#1.md", text = "kept" });

        await CallAsync(alice, "delete_file", new { path = $"/{Unique}/plan ä#1.md", etag = Etag(plan) });
        var file = Assert.Single(await TrashAsync(alice));
        await CallAsync(alice, "restore_file", new { id = Text(file, "id") });
        var again = await ErrorAsync(alice, "restore_file", new { id = Text(file, "id") });
        var folder = (await CallAsync(alice, "get_file", new { path = $"/{Unique}" })).GetProperty("file");
        await CallAsync(alice, "delete_file", new { path = $"/{Unique}", etag = Etag(folder) });
        var whole = Assert.Single(await TrashAsync(alice));
        await CallAsync(alice, "restore_file", new { id = Text(whole, "id") });

        Assert.Equal($"/{Unique}/plan ä#1.md", Text(file, "path"));
        Assert.Contains("Next step", again, StringComparison.Ordinal);
        Assert.True(whole.GetProperty("isFolder").GetBoolean());
        Assert.Empty(await TrashAsync(alice));
        var read = await CallAsync(alice, "read_file", new { path = $"/{Unique}/plan ä#1.md" });
        Assert.Equal("kept", Text(read, "text"));
    }

    [Fact]
    public async Task What_was_overwritten_is_a_version_and_can_be_the_file_again()
    {
        await using var alice = await AliceAsync();
        await FolderAsync(alice);
        var path = $"/{Unique}/plan.md";
        var first = await CallAsync(alice, "write_file", new { path, text = "one" });
        await NextSecondAsync(alice, path);
        var second = await CallAsync(
            alice,
            "write_file",
            new
            {
                path,
                text = "one\ntwo",
                etag = Etag(first),
            }
        );
        var details = await CallAsync(alice, "get_file", new { path });
        var version = Text(Assert.Single(details.GetProperty("versions").EnumerateArray()), "version");

        var before = await CallAsync(alice, "read_file", new { path, version });
        var stale = await ErrorAsync(
            alice,
            "restore_file",
            new
            {
                id = version,
                path,
                etag = Etag(first),
            }
        );
        var untouched = await CallAsync(alice, "read_file", new { path });
        await CallAsync(
            alice,
            "restore_file",
            new
            {
                id = version,
                path,
                etag = Etag(second),
            }
        );

        Assert.Equal("one", Text(before, "text"));
        Assert.Contains("Next step", stale, StringComparison.Ordinal);
        Assert.Equal("one\ntwo", Text(untouched, "text"));
        Assert.Equal("one", Text(await CallAsync(alice, "read_file", new { path }), "text"));
        var after = await CallAsync(alice, "get_file", new { path });
        var undone = Text(Assert.Single(after.GetProperty("versions").EnumerateArray()), "version");
        Assert.Equal("one\ntwo", Text(await CallAsync(alice, "read_file", new { path, version = undone }), "text"));
    }

    [Fact]
    public async Task A_large_file_arrives_in_chunks_and_is_overwritten_only_as_it_was_read()
    {
        await using var alice = await AliceAsync();
        await FolderAsync(alice);
        var path = $"/{Unique}/large.txt";
        var text = Large('a');

        var made = await CallAsync(alice, "write_file", new { path, text });
        var occupied = await ErrorAsync(alice, "write_file", new { path, text = Large('b') });
        var changed = await CallAsync(
            alice,
            "write_file",
            new
            {
                path,
                text = Large('c'),
                etag = Etag(made),
            }
        );
        var stale = await ErrorAsync(
            alice,
            "write_file",
            new
            {
                path,
                text = Large('d'),
                etag = Etag(made),
            }
        );

        Assert.True(made.GetProperty("created").GetBoolean());
        Assert.False(changed.GetProperty("created").GetBoolean());
        Assert.Contains("Next step", occupied, StringComparison.Ordinal);
        Assert.Contains("Next step", stale, StringComparison.Ordinal);
        var file = (await CallAsync(alice, "get_file", new { path })).GetProperty("file");
        Assert.Equal(text.Length, file.GetProperty("size").GetInt64());
        Assert.Equal(Etag(changed), Etag(file));
        var around = new
        {
            path,
            offset = UploadsClient.ChunkBytes - 2,
            length = 8,
        };
        Assert.Equal("cccc the", Text(await CallAsync(alice, "read_file", around), "text"));
    }

    [Fact]
    public async Task A_cancelled_upload_leaves_no_file_and_its_chunks_are_removed()
    {
        await using var alice = await AliceAsync();
        var second = Demo.Faults.HoldNext(request => request.Path.EndsWith("/00002", StringComparison.Ordinal));
        var removal = Demo.Faults.HoldNext(request =>
            request.Method == "DELETE" && request.Path.StartsWith("/remote.php/dav/uploads/", StringComparison.Ordinal)
        );
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var writing = alice
            .CallToolAsync(
                "write_file",
                new Dictionary<string, object?> { ["path"] = "/large.txt", ["text"] = Large('a') },
                cancellationToken: patience.Token
            )
            .AsTask();
        var held = await second.ReachedAsync(Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        var removed = await removal.ReachedAsync(Token);
        second.Open();
        removal.Open();

        Assert.Equal(held.Path[..held.Path.LastIndexOf('/')], removed.Path);
        await ErrorAsync(alice, "read_file", new { path = "/large.txt" });
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

    /// <summary>A folder for the test; it and what the test put into the trash bin is gone afterwards.</summary>
    private async Task FolderAsync(McpClient client)
    {
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var found = await CallAsync(tidy, "search_files", new { name = Unique });
            foreach (var folder in found.GetProperty("items").EnumerateArray())
                await CallAsync(tidy, "delete_file", new { path = Text(folder, "path"), etag = Etag(folder) });
            var ids = (await TrashAsync(tidy)).Select(item => Text(item, "id")).ToArray();
            var asked = await ErrorAsync(tidy, "delete_from_trash", new { ids });
            await CallAsync(tidy, "delete_from_trash", new { ids, confirmation = asked.Split('\'')[^2] });
            Assert.Empty(await TrashAsync(tidy));
        });
        await CallAsync(client, "create_folder", new { path = $"/{Unique}" });
    }

    private async Task<IReadOnlyList<JsonElement>> TrashAsync(McpClient client)
    {
        var listed = await CallAsync(client, "list_trash", new { path = Unique });
        return [.. listed.GetProperty("items").EnumerateArray()];
    }

    /// <summary>Nextcloud keeps one version of a second. Its clock is known by what it writes.</summary>
    private async Task NextSecondAsync(McpClient client, string path)
    {
        var written = await ModifiedAsync(client, path);
        var number = 0;
        string probe;
        do
        {
            probe = $"/{Unique}/clock{number++}.txt";
            await CallAsync(client, "write_file", new { path = probe, text = "tick" });
        } while (await ModifiedAsync(client, probe) == written);
    }

    private static async Task<string?> ModifiedAsync(McpClient client, string path) =>
        Text((await CallAsync(client, "get_file", new { path })).GetProperty("file"), "modified");

    /// <summary>A text that needs two chunks, of which the second has an end of its own.</summary>
    private static string Large(char letter) => new string(letter, UploadsClient.ChunkBytes + 2) + " the end";

    private static string? Text(JsonElement answer, string name) => answer.GetProperty(name).GetString();

    private static string? Etag(JsonElement answer) => answer.GetProperty("etag").GetString();

    private static IEnumerable<string?> Paths(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("path").GetString());
}
