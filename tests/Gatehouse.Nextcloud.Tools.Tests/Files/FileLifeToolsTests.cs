using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Files;

/// <summary>Trash bin, versions, comments, stars and tags.</summary>
public sealed class FileLifeToolsTests : ToolTest
{
    private const string Trash = "/remote.php/dav/trashbin/alice";
    private const string Hello = "/remote.php/dav/files/alice/Projects/hello.txt";

    [Fact]
    public async Task The_trash_bin_is_listed_newest_first_or_by_a_part_of_the_path()
    {
        Cloud.Play("trashbin", "01-list");
        await using var alice = await AliceAsync("files.read");

        var all = await CallAsync(alice, "list_trash", new { });
        var some = await CallAsync(alice, "list_trash", new { path = "COPY" });

        var first = all.GetProperty("items")[0];
        Assert.Equal("moved2.txt.d1795447173", first.GetProperty("id").GetString());
        Assert.Equal("/Projects/moved2.txt", first.GetProperty("path").GetString());
        Assert.StartsWith("2026-11-23T", first.GetProperty("deleted").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, all.GetProperty("total").GetInt32());
        Assert.Equal(
            "copy.txt.d1795447169",
            Assert.Single(some.GetProperty("items").EnumerateArray()).GetProperty("id").GetString()
        );
    }

    [Fact]
    public async Task A_deleted_file_is_restored_once()
    {
        Cloud.Play("trashbin", "02-restore-201").Play("trashbin", "03-restore-again-404");
        await using var alice = await AliceAsync();

        await CallAsync(alice, "restore_file", new { id = "moved2.txt.d1795447173" });
        var error = await ErrorAsync(alice, "restore_file", new { id = "moved2.txt.d1795447173" });

        Assert.Contains("it is not there", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_restored_over_what_was_read_only()
    {
        Cloud.Play("versions", "04-restore-version");
        await using var alice = await AliceAsync();
        var version = "113/1795447163";

        var refused = await ErrorAsync(alice, "restore_file", new { id = version });
        await CallAsync(
            alice,
            "restore_file",
            new
            {
                id = version,
                path = "/Projects/hello.txt",
                etag = "abc",
            }
        );

        Assert.Contains("'path'", refused, StringComparison.Ordinal);
        Assert.Equal($"<{Hello}> ([\"abc\"])", Sent[^1].Header("If"));
    }

    [Fact]
    public async Task A_version_of_a_file_that_changed_since_is_not_restored()
    {
        Cloud.Answer(
            "MOVE",
            "/remote.php/dav/versions/alice/versions/113/1795447163",
            412,
            "application/xml",
            Recording.Load("webdav", "59-delete-if-match-412").Response.BodyText
        );
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(
            alice,
            "restore_file",
            new
            {
                id = "113/1795447163",
                path = "/Projects/hello.txt",
                etag = "abc",
            }
        );

        Assert.Contains("changed", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_deleted_for_good_is_confirmed_first()
    {
        Cloud.Play("trashbin", "06-delete-permanently").Play("trashbin", "07-empty-trash");
        await using var alice = await AliceAsync();
        string[] ids = ["moved2.txt.d1795447174"];

        var asked = await ErrorAsync(alice, "delete_from_trash", new { ids });
        Assert.Empty(Sent);
        await CallAsync(alice, "delete_from_trash", new { ids, confirmation = CodeIn(asked) });
        var askedAll = await ErrorAsync(
            alice,
            "delete_from_trash",
            new { ids = new[] { "*" }, confirmation = CodeIn(asked) }
        );
        await CallAsync(alice, "delete_from_trash", new { ids = new[] { "*" }, confirmation = CodeIn(askedAll) });

        Assert.Equal([Trash + "/trash/moved2.txt.d1795447174", Trash + "/trash"], Sent.Select(r => r.Path));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task An_id_that_would_reach_more_than_one_thing_is_refused(string id)
    {
        await using var alice = await AliceAsync();

        Assert.Contains(
            "'ids'",
            await ErrorAsync(alice, "delete_from_trash", new { ids = new[] { id } }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'ids'",
            await ErrorAsync(alice, "delete_from_trash", new { ids = Array.Empty<string>() }),
            StringComparison.Ordinal
        );
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task A_file_tells_its_comments_versions_star_and_tags()
    {
        Cloud.Play("webdav", "16-propfind-depth0-props").Play("comments", "02-list-report").Play("versions", "01-list");
        await using var alice = await AliceAsync("files.read");

        var answer = await CallAsync(alice, "get_file", new { path = "/Projects/hello.txt" });

        Assert.Equal("/Projects/hello.txt", answer.GetProperty("file").GetProperty("path").GetString());
        Assert.Equal("Looks good @bob", answer.GetProperty("comments")[0].GetProperty("message").GetString());
        Assert.Equal(
            ["113/1795447163", "113/1700002000", "113/1700001000", "113/1700000000"],
            answer.GetProperty("versions").EnumerateArray().Select(v => v.GetProperty("version").GetString())
        );
        Assert.Equal(3, Sent.Length);
    }

    [Fact]
    public async Task A_file_without_versions_has_none_and_is_no_error()
    {
        Cloud
            .Play("webdav", "16-propfind-depth0-props")
            .Play("comments", "02-list-report")
            .Play("versions", "06-list-404", "/remote.php/dav/versions/alice/versions/113");
        await using var alice = await AliceAsync("files.read");

        var answer = await CallAsync(alice, "get_file", new { path = "/Projects/hello.txt" });

        Assert.Equal(0, answer.GetProperty("versions").GetArrayLength());
    }

    [Fact]
    public async Task A_version_is_read_like_a_file()
    {
        Cloud.Play("versions", "02-get-version");
        await using var alice = await AliceAsync("files.read");

        var answer = await CallAsync(
            alice,
            "read_file",
            new { path = "/Projects/hello.txt", version = "113/1700000000" }
        );

        Assert.Equal("Hello Nextcloud\n", answer.GetProperty("text").GetString());
        Assert.Contains(
            "'version'",
            await ErrorAsync(alice, "read_file", new { path = "/Projects/hello.txt", version = "113/../7" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_comment_is_written_on_the_file_that_is_named()
    {
        Cloud.Play("webdav", "16-propfind-depth0-props").Play("comments", "01-create");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(
            alice,
            "mark_file",
            new { path = "/Projects/hello.txt", comment = "Looks good @bob" }
        );

        Assert.Equal(1, answer.GetProperty("commentId").GetInt64());
        Assert.Contains(
            "at most 1000",
            await ErrorAsync(alice, "mark_file", new { path = "/x", comment = new string('x', 1001) }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_star_takes_one_request_and_tags_are_made_where_there_are_none()
    {
        Cloud
            .Play("webdav", "38-proppatch-favorite")
            .Play("webdav", "16-propfind-depth0-props")
            .Play("systemtags", "03-list")
            .Answer(
                "POST",
                "/remote.php/dav/systemtags/",
                201,
                "text/html",
                "",
                new RecordedHeader("Content-Location", "/remote.php/dav/systemtags/7")
            )
            .Answer("PUT", "/remote.php/dav/systemtags-relations/files/113/7", 201, "text/html", "")
            .Play("systemtags", "09-unassign");
        await using var alice = await AliceAsync();

        await CallAsync(alice, "mark_file", new { path = "/Projects/hello.txt", favorite = true });
        Assert.Single(Sent);
        var answer = await CallAsync(
            alice,
            "mark_file",
            new
            {
                path = "/Projects/hello.txt",
                addTags = new[] { "new" },
                removeTags = new[] { "Important", "unknown" },
            }
        );

        Assert.Equal("new", answer.GetProperty("added")[0].GetString());
        Assert.Equal(["PROPPATCH", "PROPFIND", "PROPFIND", "POST", "PUT", "DELETE"], Sent.Select(r => r.Method));
        Assert.Contains(
            "Say what to mark",
            await ErrorAsync(alice, "mark_file", new { path = "/x" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Favourites_are_searched_at_the_cloud_and_tags_by_their_report()
    {
        Cloud
            .Play("webdav", "42-search-like-name")
            .Play("systemtags", "03-list")
            .Play("systemtags", "07-files-by-tag-report");
        await using var alice = await AliceAsync("files.read");

        await CallAsync(alice, "search_files", new { favorites = true });
        Assert.Contains("favorite", Sent[^1].BodyText, StringComparison.Ordinal);
        var tagged = await CallAsync(alice, "search_files", new { tag = "IMPORTANT", name = "hel%txt" });
        var other = await CallAsync(alice, "search_files", new { tag = "important", folder = "/Other" });
        var unknown = await ErrorAsync(alice, "search_files", new { tag = "nope" });

        Assert.Equal("/Projects/hello.txt", tagged.GetProperty("items")[0].GetProperty("path").GetString());
        Assert.Equal(0, other.GetProperty("items").GetArrayLength());
        Assert.Contains("they are important", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_are_written_and_what_is_no_base64_is_refused()
    {
        Cloud.Play("webdav", "07-put-create-201");
        await using var alice = await AliceAsync();

        await CallAsync(alice, "write_file", new { path = "/Projects/hello.txt", base64 = "AAH/" });
        Assert.Equal([0, 1, 0xff], Sent[^1].Body);
        foreach (
            var wrong in new object[]
            {
                new { path = "/x", base64 = "!" },
                new { path = "/x" },
                new
                {
                    path = "/x",
                    text = "",
                    base64 = "",
                },
            }
        )
            Assert.Contains("is not valid", await ErrorAsync(alice, "write_file", wrong), StringComparison.Ordinal);
        Assert.Single(Sent);
    }

    private static string CodeIn(string error) => error.Split("confirmation '")[1].Split('\'')[0];
}
