using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Nextcloud.Tools.Tests.Files.Rules;

/// <summary>Tags that hide files from models.</summary>
public sealed class HiddenTagsTests : ToolTest
{
    private const string Home = "/remote.php/dav/files/alice";
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    private protected override IReadOnlyList<string> AlsoSent =>
        [
            "PROPFIND /remote.php/dav/systemtags/",
            "REPORT /remote.php/dav/files/{user}/",
            "PROPFIND /remote.php/dav/files/{user}/{path}",
        ];

    private protected override void Configure(IMcpServerBuilder server)
    {
        server.Services.AddSingleton(new FileRules { HiddenTags = ["Important"] });
        server.Services.AddSingleton<TimeProvider>(time);
    }

    [Fact]
    public async Task What_has_the_tag_is_hidden_with_all_below_it()
    {
        Tagged((7, "/Secret/", ""), (9, "/Open/tagged.md", ""));
        Cloud.Answer(
            "PROPFIND",
            Home + "/Open/",
            207,
            "application/xml",
            FileMultistatus.Of(
                (6, "/Open/", ""),
                (8, "/Open/free.md", ""),
                (9, "/Open/moved.md", ""),
                (10, "/Open/new.md", "important")
            )
        );
        await using var alice = await AliceAsync();

        var listed = await CallAsync(alice, "list_folder", new { path = "/Open" });
        string[] errors =
        [
            await ErrorAsync(alice, "read_file", new { path = "/Secret/deep/down.md" }),
            await ErrorAsync(alice, "read_file", new { path = "/Open/tagged.md" }),
            await ErrorAsync(alice, "delete_file", new { path = "/Open", etag = "a" }),
            await ErrorAsync(alice, "create_public_link", new { path = "/Open" }),
            await ErrorAsync(alice, "list_trash", new { }),
            await ErrorAsync(alice, "mark_file", new { path = "/Open/free.md", removeTags = new[] { "IMPORTANT" } }),
        ];

        Assert.Equal(["/Open/free.md"], FileMultistatus.Paths(listed));
        Assert.All(errors, error => Assert.Contains("hides", error, StringComparison.Ordinal));
        Assert.Equal(["PROPFIND", "REPORT", "PROPFIND"], Sent.Select(r => r.Method));
    }

    [Fact]
    public async Task The_tags_are_asked_for_once_a_minute()
    {
        Tagged((7, "/Secret/", ""));
        Cloud.Answer("GET", Home + "/a.txt", RangedFile.Of("a"u8.ToArray(), "text/plain"));
        await using var alice = await AliceAsync();

        await CallAsync(alice, "read_file", new { path = "/a.txt" });
        await CallAsync(alice, "read_file", new { path = "/a.txt" });
        Assert.Equal(["PROPFIND", "REPORT", "GET", "GET"], Sent.Select(r => r.Method));
        time.Advance(TimeSpan.FromSeconds(61));
        await CallAsync(alice, "read_file", new { path = "/a.txt" });

        Assert.Equal(2, Sent.Count(r => r.Method == "REPORT"));
    }

    [Theory]
    [InlineData("PROPFIND", "/remote.php/dav/systemtags/")]
    [InlineData("REPORT", Home + "/")]
    public async Task When_the_tags_cannot_be_read_no_file_is_shown(string method, string path)
    {
        Cloud.Answer(method, path, 500, "application/xml", "<d:error xmlns:d=\"DAV:\"/>");
        if (method == "REPORT")
            Cloud.Play("systemtags", "03-list");
        await using var alice = await AliceAsync();

        string[] errors =
        [
            await ErrorAsync(alice, "read_file", new { path = "/a.txt" }),
            await ErrorAsync(alice, "list_folder", new { }),
            await ErrorAsync(alice, "search_files", new { name = "a" }),
            await ErrorAsync(alice, "list_shares", new { }),
            await ErrorAsync(alice, "search_everything", new { query = "a" }),
        ];

        Assert.All(errors, error => Assert.Contains("Files cannot be shown", error, StringComparison.Ordinal));
        Assert.DoesNotContain(Sent, r => r.Method is "GET" or "SEARCH");
    }

    [Fact]
    public async Task A_tag_this_person_cannot_see_hides_everything_because_nobody_knows_what_has_it()
    {
        Cloud.Answer(
            "PROPFIND",
            "/remote.php/dav/systemtags/",
            207,
            "application/xml",
            "<d:multistatus xmlns:d=\"DAV:\"/>"
        );
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, "read_file", new { path = "/a.txt" });

        Assert.Contains("cannot see such a tag", error, StringComparison.Ordinal);
        Assert.Single(Sent);
    }

    [Fact]
    public async Task The_search_of_everything_leaves_them_out()
    {
        Tagged((113, "/Projects/hello.txt", ""));
        const string search = "/ocs/v2.php/search/providers";
        Cloud
            .Play("search", "01-providers", search)
            .Play("search", "03-search-files", search + "/files/search?term=hello&limit=5");
        await using var alice = await AliceAsync();

        var result = await CallAsync(
            alice,
            "search_everything",
            new { query = "hello", providers = new[] { "files" } }
        );

        Assert.DoesNotContain("/f/113", result.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("/f/139", result.GetRawText(), StringComparison.Ordinal);
    }

    private void Tagged(params (int Id, string Path, string Tag)[] files) =>
        Cloud
            .Play("systemtags", "03-list")
            .Answer("REPORT", Home + "/", 207, "application/xml", FileMultistatus.Of(files));
}
