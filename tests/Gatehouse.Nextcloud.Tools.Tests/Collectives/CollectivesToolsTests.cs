using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Collectives;

public sealed class CollectivesToolsTests : ToolTest
{
    private const string File = "/remote.php/dav/files/alice/Collectives/Handbook/Onboarding.md";
    private const string Page = "/ocs/v2.php/apps/collectives/api/v1.0/collectives/1/pages/222";

    [Fact]
    public async Task Collectives_are_listed_and_those_in_the_trash()
    {
        Cloud.Play("collectives", "04-list").Play("collectives", "25-collectives-trash");
        await using var alice = await AliceAsync();

        var listed = await CallAsync(alice, "list_collectives", new { });
        var trashed = await CallAsync(alice, "list_collectives", new { trashed = true });

        Assert.Equal("Handbook", listed.GetProperty("collectives")[0].GetProperty("name").GetString());
        Assert.False(listed.GetProperty("collectives")[0].TryGetProperty("trashed", out _));
        Assert.Equal(
            "2026-11-23T16:20:07+01:00",
            trashed.GetProperty("collectives")[0].GetProperty("trashed").GetString()
        );
    }

    [Fact]
    public async Task Pages_are_listed_searched_and_looked_for_in_the_trash()
    {
        Cloud.Play("collectives", "05-pages").Play("collectives", "17-search").Play("collectives", "20-pages-trash");
        Cloud.Play("collectives", "16-tags");
        await using var alice = await AliceAsync();

        var listed = await CallAsync(alice, "list_pages", new { collectiveId = 1 });
        var found = await CallAsync(alice, "list_pages", new { collectiveId = 1, query = "welcome" });
        var trashed = await CallAsync(alice, "list_pages", new { collectiveId = 1, trashed = true });

        Assert.Equal(
            Cloud.Address + "/index.php/apps/collectives/Handbook-1",
            listed.GetProperty("pages")[0].GetProperty("link").GetString()
        );
        Assert.Empty(found.GetProperty("pages").EnumerateArray());
        Assert.Equal("hr", trashed.GetProperty("pages")[0].GetProperty("tags")[0].GetString());
    }

    [Fact]
    public async Task A_page_is_read_with_its_etag_and_file()
    {
        Cloud.Play("collectives", "07-page-get").Play("collectives", "11-page-read-via-dav");
        await using var alice = await AliceAsync();

        var read = await CallAsync(
            alice,
            "read_page",
            new
            {
                collectiveId = 1,
                id = 222,
                offset = 14,
            }
        );

        Assert.Equal("Welcome **all**\n", read.GetProperty("content").GetString());
        Assert.Equal("4365445d109a0e82f0d4aa257b699b4c", read.GetProperty("etag").GetString());
        Assert.Equal("/Collectives/Handbook/Onboarding.md", read.GetProperty("page").GetProperty("path").GetString());
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        Cloud.Play("collectives", "08-page-404");
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, "read_page", new { collectiveId = 1, id = 999999 });

        Assert.Contains("File not found: 999999", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collective_is_made_once_and_its_emoji_changed()
    {
        Cloud.Play("collectives", "02-create").Play("collectives", "03-create-duplicate");
        await using var alice = await AliceAsync();

        var made = await CallAsync(alice, "create_page", new { title = "Handbook", emoji = "📚" });
        var twice = await ErrorAsync(alice, "create_page", new { title = "Handbook" });
        Cloud.Answer(
            "PUT",
            "/ocs/v2.php/apps/collectives/api/v1.0/collectives/1",
            200,
            "application/json",
            Recording.Load("collectives", "02-create").Response.BodyText
        );
        await CallAsync(alice, "update_page", new { collectiveId = 1, emoji = "" });

        Assert.Equal("📚", made.GetProperty("collective").GetProperty("emoji").GetString());
        Assert.Contains("Collective already exists.", twice, StringComparison.Ordinal);
        Assert.Equal("""{"emoji":null}""", Cloud.LastRequest.BodyText);
        Assert.Contains(
            "A page needs it",
            await ErrorAsync(alice, "create_page", new { title = "x", parentId = 1 }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_page_is_made_with_its_text_over_the_empty_one_only()
    {
        Cloud.Play("collectives", "06-page-create").Play("collectives", "09-page-write-via-dav");
        Cloud.Play("collectives", "10-page-touch");
        Cloud.Answer("PROPFIND", File, 207, "application/xml; charset=utf-8", StatOf("empty"));
        await using var alice = await AliceAsync();

        var made = await CallAsync(
            alice,
            "create_page",
            new
            {
                collectiveId = 1,
                parentId = 220,
                title = "Onboarding",
                content = "# Onboarding\n",
            }
        );

        Assert.Equal("\"empty\"", Cloud.Requests.Single(r => r.Method == "PUT").Header("If-Match"));
        Assert.Equal("4365445d109a0e82f0d4aa257b699b4c", made.GetProperty("etag").GetString());
        Assert.Equal(222, made.GetProperty("page").GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task A_page_is_copied()
    {
        Cloud.Play("collectives", "12-page-rename");
        await using var alice = await AliceAsync();

        await CallAsync(
            alice,
            "create_page",
            new
            {
                collectiveId = 1,
                parentId = 220,
                title = "Copy",
                copyOf = 222,
            }
        );

        Assert.Equal("""{"title":"Copy","parentId":220,"copy":true}""", Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task A_page_is_rewritten_renamed_and_tagged()
    {
        Cloud.Play("collectives", "07-page-get").Play("collectives", "09-page-write-via-dav");
        Cloud.Play("collectives", "10-page-touch").Play("collectives", "12-page-rename");
        Cloud.Play("collectives", "13-page-emoji").Play("collectives", "16-tags").Play("collectives", "15-page-tag");
        Cloud.Answer(
            "DELETE",
            Page + "/tags/1",
            200,
            "application/json",
            Recording.Load("collectives", "13-page-emoji").Response.BodyText
        );
        await using var alice = await AliceAsync();

        var changed = await CallAsync(
            alice,
            "update_page",
            new
            {
                collectiveId = 1,
                id = 222,
                content = "# Onboarding\n\nWelcome **all**\n",
                etag = "before",
                title = "Onboarding guide",
                emoji = "👋",
                addTags = new[] { "HR" },
            }
        );
        await CallAsync(
            alice,
            "update_page",
            new
            {
                collectiveId = 1,
                id = 222,
                removeTags = new[] { "hr" },
            }
        );

        Assert.Equal("Onboarding guide", changed.GetProperty("page").GetProperty("title").GetString());
        Assert.Equal("hr", changed.GetProperty("page").GetProperty("tags")[0].GetString());
        Assert.Equal("DELETE", Cloud.LastRequest.Method);
    }

    [Fact]
    public async Task A_text_that_changed_meanwhile_stays()
    {
        Cloud.Play("collectives", "07-page-get").Play("webdav", "09-put-if-match-wrong-412", File);
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(
            alice,
            "update_page",
            new
            {
                collectiveId = 1,
                id = 222,
                content = "x",
                etag = "old",
            }
        );

        Assert.Contains("changed in the meantime", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Path.EndsWith("/touch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_to_be_changed_must_be_clear()
    {
        Cloud.Play("collectives", "16-tags");
        await using var alice = await AliceAsync();

        Assert.Contains(
            "nothing to change",
            await ErrorAsync(alice, "update_page", new { collectiveId = 1, id = 222 }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'etag'",
            await ErrorAsync(
                alice,
                "update_page",
                new
                {
                    collectiveId = 1,
                    id = 222,
                    content = "x",
                }
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "it has hr",
            await ErrorAsync(
                alice,
                "update_page",
                new
                {
                    collectiveId = 1,
                    id = 222,
                    removeTags = new[] { "gone" },
                }
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Pages_and_collectives_go_to_the_trash_and_come_back()
    {
        Cloud.Play("collectives", "19-page-trash").Play("collectives", "21-page-restore");
        Cloud.Play("collectives", "24-collective-trash").Play("collectives", "26-collective-restore");
        await using var alice = await AliceAsync();

        var page = await CallAsync(alice, "delete_page", new { collectiveId = 1, id = 222 });
        await CallAsync(
            alice,
            "update_page",
            new
            {
                collectiveId = 1,
                id = 222,
                restore = true,
            }
        );
        var asked = await ErrorAsync(alice, "delete_page", new { collectiveId = 1 });
        await CallAsync(alice, "delete_page", new { collectiveId = 1, confirmation = asked.Split('\'')[^2] });
        var restored = await CallAsync(alice, "update_page", new { collectiveId = 1, restore = true });

        Assert.Equal("""{"collectiveId":1,"title":"Onboarding guide","pageId":222}""", page.GetRawText());
        Assert.Equal("Handbook", restored.GetProperty("collective").GetProperty("name").GetString());
    }

    private static string StatOf(string etag) =>
        $"""
            <?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:response><d:href>{File}</d:href><d:propstat><d:prop><d:getetag>&quot;{etag}&quot;</d:getetag><d:getcontentlength>0</d:getcontentlength><d:resourcetype/><oc:fileid>222</oc:fileid></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>
            """;
}
