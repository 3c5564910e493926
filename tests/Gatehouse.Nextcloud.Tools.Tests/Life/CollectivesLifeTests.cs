using System.Text.Json;
using ModelContextProtocol.Client;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed class CollectivesLifeTests : LifeTest
{
    [Fact]
    public async Task A_page_lives_from_its_creation_to_its_end()
    {
        await using var alice = await AliceAsync();
        var collectiveId = await CollectiveAsync(alice);
        var landing = await LandingAsync(alice, collectiveId);

        var made = await CallAsync(
            alice,
            "create_page",
            new
            {
                collectiveId,
                parentId = landing,
                title = "Tools/planes",
                content = "# Planes\n",
            }
        );
        var id = Id(made.GetProperty("page"));
        var below = await CallAsync(
            alice,
            "create_page",
            new
            {
                collectiveId,
                parentId = id,
                title = "Sharpening",
            }
        );
        var read = await CallAsync(alice, "read_page", new { collectiveId, id });
        var changed = await CallAsync(
            alice,
            "update_page",
            new
            {
                collectiveId,
                id,
                content = "# Planes\n\nSharpen at 25 degrees.\n",
                etag = Etag(read),
                title = "Planes",
                emoji = "🪵",
                addTags = new[] { "hand tools" },
            }
        );
        var stale = await ErrorAsync(
            alice,
            "update_page",
            new
            {
                collectiveId,
                id,
                content = "lost",
                etag = Etag(read),
            }
        );
        var again = await CallAsync(alice, "read_page", new { collectiveId, id });
        await CallAsync(alice, "delete_page", new { collectiveId, id });
        var gone = await CallAsync(alice, "list_pages", new { collectiveId });
        var trash = await CallAsync(alice, "list_pages", new { collectiveId, trashed = true });
        await CallAsync(
            alice,
            "update_page",
            new
            {
                collectiveId,
                id,
                restore = true,
            }
        );
        var restored = await CallAsync(alice, "read_page", new { collectiveId, id });

        Assert.Equal("# Planes\n", read.GetProperty("content").GetString());
        Assert.Equal("Planes", changed.GetProperty("page").GetProperty("title").GetString());
        Assert.Contains("changed in the meantime", stale, StringComparison.Ordinal);
        Assert.Contains("25 degrees", again.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Equal("hand tools", again.GetProperty("page").GetProperty("tags")[0].GetString());
        Assert.Equal(landing, Id(Assert.Single(gone.GetProperty("pages").EnumerateArray())));
        Assert.Contains(trash.GetProperty("pages").EnumerateArray(), p => Id(p) == id);
        Assert.Equal(again.GetProperty("content").GetString(), restored.GetProperty("content").GetString());
        Assert.NotEqual(id, Id(below.GetProperty("page")));
    }

    [Fact]
    public async Task A_collective_goes_to_the_trash_and_comes_back_with_its_pages()
    {
        await using var alice = await AliceAsync();
        var collectiveId = await CollectiveAsync(alice);
        var landing = await LandingAsync(alice, collectiveId);
        await CallAsync(
            alice,
            "create_page",
            new
            {
                collectiveId,
                parentId = landing,
                title = "Kept",
                content = "kept",
            }
        );

        var asked = await ErrorAsync(alice, "delete_page", new { collectiveId });
        await CallAsync(alice, "delete_page", new { collectiveId, confirmation = asked.Split('\'')[^2] });
        var trash = await CallAsync(alice, "list_collectives", new { trashed = true });
        await CallAsync(alice, "update_page", new { collectiveId, restore = true });
        var pages = await CallAsync(alice, "list_pages", new { collectiveId });

        Assert.Contains(trash.GetProperty("collectives").EnumerateArray(), c => Id(c) == collectiveId);
        Assert.Contains(pages.GetProperty("pages").EnumerateArray(), p => p.GetProperty("title").GetString() == "Kept");
    }

    /// <summary>A collective of this test; it ends in the trash, where the person can delete it for good.</summary>
    private async Task<long> CollectiveAsync(McpClient alice)
    {
        var made = await CallAsync(alice, "create_page", new { title = Unique, emoji = "🧪" });
        var collectiveId = Id(made.GetProperty("collective"));
        AfterwardsAsync(async () =>
        {
            await using var client = await AliceAsync();
            var asked = await ErrorAsync(client, "delete_page", new { collectiveId });
            await CallAsync(client, "delete_page", new { collectiveId, confirmation = asked.Split('\'')[^2] });
        });
        return collectiveId;
    }

    private static async Task<long> LandingAsync(McpClient alice, long collectiveId)
    {
        var pages = await CallAsync(alice, "list_pages", new { collectiveId });
        return Id(pages.GetProperty("pages").EnumerateArray().First(p => !p.TryGetProperty("parentId", out _)));
    }

    private static string? Etag(JsonElement answer) => answer.GetProperty("etag").GetString();

    private static long Id(JsonElement thing) => thing.GetProperty("id").GetInt64();
}
