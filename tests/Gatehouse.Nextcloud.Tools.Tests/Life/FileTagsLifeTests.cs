using System.Text.Json;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class FileTagsLifeTests : LifeTest
{
    /// <summary>Only an administrator can delete a tag, so that all runs at a real Nextcloud use one.</summary>
    private const string Tag = "gatehouse-life";

    [Fact]
    public async Task A_file_gets_a_tag_is_found_by_it_and_loses_it()
    {
        await using var alice = await AliceAsync();
        var path = await MakeAsync();

        await CallAsync(alice, "mark_file", new { path, addTags = new[] { Tag } });
        await CallAsync(alice, "mark_file", new { path, addTags = new[] { Tag.ToUpperInvariant() } });
        var tagged = await CallAsync(alice, "get_file", new { path });
        var found = await CallAsync(alice, "search_files", new { tag = Tag, name = Unique });
        await CallAsync(alice, "mark_file", new { path, removeTags = new[] { Tag } });
        var bare = await CallAsync(alice, "get_file", new { path });
        var none = await CallAsync(alice, "search_files", new { tag = Tag, name = Unique });

        var tag = Assert.Single(tagged.GetProperty("file").GetProperty("tags").EnumerateArray());
        Assert.Equal(Tag, tag.GetString());
        Assert.Equal(path, Assert.Single(found.GetProperty("items").EnumerateArray()).GetProperty("path").GetString());
        Assert.False(bare.GetProperty("file").TryGetProperty("tags", out _));
        Assert.Empty(none.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task What_is_said_about_a_file_is_told_newest_first()
    {
        await using var alice = await AliceAsync();
        var path = await MakeAsync();

        await CallAsync(alice, "mark_file", new { path, comment = "first" });
        await CallAsync(alice, "mark_file", new { path, comment = $"then {Unique}" });
        var comments = Comments(await CallAsync(alice, "get_file", new { path }));

        Assert.Equal([$"then {Unique}", "first"], comments.Select(c => c.GetProperty("message").GetString()));
        Assert.All(comments, c => Assert.False(c.TryGetProperty("unread", out _)));
    }

    [Fact]
    public async Task Who_is_mentioned_about_a_shared_file_is_told_and_can_answer()
    {
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        var path = await MakeAsync();
        await CallAsync(alice, "mark_file", new { path, comment = $"Only mine, @bob, {Unique}" });
        var untold = await CallAsync(
            bob,
            "search_everything",
            new { query = Unique, providers = new[] { "comments" } }
        );
        await CallAsync(alice, "share_file", new { path, with = "bob" });

        await CallAsync(alice, "mark_file", new { path, comment = $"Is it right, @bob? {Unique}" });
        var told = await CallAsync(bob, "list_notifications", new { });
        var unread = Comments(await CallAsync(bob, "get_file", new { path }));
        var found = await CallAsync(
            bob,
            "search_everything",
            new { query = $"right, @bob? {Unique}", providers = new[] { "comments" } }
        );
        await CallAsync(bob, "mark_file", new { path, comment = "It is." });
        var answered = Comments(await CallAsync(alice, "get_file", new { path }));

        Assert.Empty(untold.GetProperty("hits").EnumerateArray());
        Assert.Contains(
            told.GetProperty("notifications").EnumerateArray(),
            n =>
                n.GetProperty("subject")
                    .GetString()!
                    .StartsWith("@Alice Example mentioned you", StringComparison.Ordinal)
        );
        Assert.True(unread[0].GetProperty("unread").GetBoolean());
        Assert.Single(found.GetProperty("hits").EnumerateArray());
        Assert.Equal(
            ("It is.", "bob"),
            (answered[0].GetProperty("message").GetString(), answered[0].GetProperty("author").GetString())
        );
    }

    private async Task<string> MakeAsync()
    {
        await using var alice = await AliceAsync();
        var path = $"/{Unique}.md";
        await CallAsync(alice, "write_file", new { path, text = "one" });
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var file = (await CallAsync(tidy, "get_file", new { path })).GetProperty("file");
            await CallAsync(tidy, "delete_file", new { path, etag = file.GetProperty("etag").GetString() });
        });
        return path;
    }

    private static List<JsonElement> Comments(JsonElement details) =>
        [.. details.GetProperty("comments").EnumerateArray()];
}
