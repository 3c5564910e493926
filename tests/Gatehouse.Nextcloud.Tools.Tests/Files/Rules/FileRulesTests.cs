using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Files.Rules;

/// <summary>Paths that are hidden from models.</summary>
public sealed class FileRulesTests : ToolTest
{
    private const string Home = "/remote.php/dav/files/alice";
    private const string Secret = "/Büro/Private/plan.md";

    /// <summary>For each tool that takes a path: a call that would reach what is hidden.</summary>
    private static readonly Dictionary<string, object[]> reaching = new(StringComparer.Ordinal)
    {
        ["list_folder"] = [new { path = "/Büro/Private" }],
        ["search_files"] = [new { folder = "/Büro/Private", name = "x" }],
        ["read_file"] = [new { path = Secret }, new { path = Secret, version = "113/1700000000" }],
        ["get_file"] = [new { path = Secret }],
        ["write_file"] = [new { path = Secret, text = "x" }],
        ["create_folder"] = [new { path = "/Büro/Private/new" }],
        ["move_file"] =
        [
            new
            {
                from = Secret,
                to = "/open.md",
                etag = "a",
            },
            new
            {
                from = "/open.md",
                to = Secret,
                etag = "a",
            },
            new
            {
                from = "/Büro",
                to = "/Open",
                etag = "a",
            },
            new
            {
                from = "/Büro",
                to = "/Open",
                etag = "a",
                copy = true,
            },
        ],
        ["delete_file"] = [new { path = Secret, etag = "a" }, new { path = "/Büro", etag = "a" }],
        ["mark_file"] = [new { path = Secret, favorite = true }],
        ["restore_file"] =
        [
            new
            {
                id = "113/1700000000",
                path = Secret,
                etag = "a",
            },
        ],
        ["list_shares"] = [new { path = Secret }],
        ["share_file"] = [new { path = Secret, with = "bob" }, new { path = "/Büro", with = "bob" }],
        ["create_public_link"] = [new { path = Secret }, new { path = "/Büro" }],
        ["send_mail"] =
        [
            new
            {
                accountId = 1,
                to = new[] { "a@example.com" },
                subject = "x",
                body = "x",
                attachments = new[] { Secret },
            },
        ],
        ["create_mail_draft"] =
        [
            new
            {
                accountId = 1,
                subject = "x",
                body = "x",
                attachments = new[] { "/Büro" },
            },
        ],
        ["attach_to_card"] = [new { card = 1, path = Secret }],
    };

    /// <summary>Tools that take no path; tests of their own hold what they show to the rules.</summary>
    private static readonly string[] withoutPath =
    [
        "list_trash",
        "delete_from_trash",
        "search_sharees",
        "update_share",
        "delete_share",
    ];

    private protected override IReadOnlyList<string> AlsoSent =>
        [
            "PROPFIND /remote.php/dav/files/{user}/{path}",
            "PROPFIND /remote.php/dav/trashbin/{user}/trash/",
            "GET /ocs/v2.php/apps/files_sharing/api/v1/shares/{id}",
        ];

    private protected override void Configure(IMcpServerBuilder server) =>
        server.Services.AddSingleton(new FileRules { HiddenPaths = ["/büro/private/"] });

    [Fact]
    public async Task No_tool_reaches_what_is_hidden_and_nothing_is_sent()
    {
        await using var alice = await AliceAsync();
        var tools = await alice.ListToolsAsync(cancellationToken: Token);
        var concerned = tools
            .Select(t => t.Name)
            .Where(name =>
                Host.ScopesOf(name)
                    .Any(s =>
                        s.StartsWith("files.", StringComparison.Ordinal)
                        || s.StartsWith("sharing.", StringComparison.Ordinal)
                    )
            )
            .ToList();

        Assert.Empty(concerned.Except(reaching.Keys).Except(withoutPath));
        foreach (var (tool, calls) in reaching)
        {
            foreach (var call in calls)
            {
                var error = await ErrorAsync(alice, tool, call);
                Assert.True(error.Contains("hides", StringComparison.Ordinal), $"{tool}: {error}");
            }
        }

        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData("/BÜRO/PRIVATE/plan.md")]
    [InlineData("Büro/Private/")]
    [InlineData("/Bu\u0308ro/Private/x")]
    public async Task Another_spelling_of_the_same_name_is_hidden_too(string path)
    {
        await using var alice = await AliceAsync();

        Assert.Contains("hides", await ErrorAsync(alice, "read_file", new { path }), StringComparison.Ordinal);
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task A_resource_is_held_to_the_rules()
    {
        await using var alice = await AliceAsync();

        var exception = await Assert.ThrowsAsync<McpProtocolException>(async () =>
            await alice.ReadResourceAsync("nextcloud://files/B%C3%BCro/Private/plan.md", cancellationToken: Token)
        );

        Assert.Contains("hides", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task A_neighbour_whose_name_begins_the_same_is_not_hidden()
    {
        Cloud.Answer("GET", Home + "/B%C3%BCro/Privateer.md", RangedFile.Of("open"u8.ToArray(), "text/plain"));
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "read_file", new { path = "/Büro/Privateer.md" });

        Assert.Equal("open", answer.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Lists_and_searches_leave_out_what_is_hidden_and_do_not_count_it()
    {
        Cloud.Answer(
            "PROPFIND",
            Home + "/B%C3%BCro/",
            207,
            "application/xml",
            FileMultistatus.Of((1, "/B%C3%BCro/", ""), (2, "/B%C3%BCro/Private/", ""), (3, "/B%C3%BCro/open.md", ""))
        );
        Cloud.Answer(
            "SEARCH",
            "/remote.php/dav/",
            207,
            "application/xml",
            FileMultistatus.Of((4, "/B%C3%BCro/Private/plan.md", ""), (3, "/B%C3%BCro/open.md", ""))
        );
        await using var alice = await AliceAsync();

        var listed = await CallAsync(alice, "list_folder", new { path = "/Büro" });
        var found = await CallAsync(alice, "search_files", new { name = "md" });

        Assert.Equal(["/Büro/open.md"], FileMultistatus.Paths(listed));
        Assert.False(listed.TryGetProperty("total", out _));
        Assert.Equal(["/Büro/open.md"], FileMultistatus.Paths(found));
    }

    [Fact]
    public async Task A_version_cannot_be_read_through_another_file()
    {
        Cloud.Play("webdav", "16-propfind-depth0-props");
        await using var alice = await AliceAsync();

        var read = await ErrorAsync(alice, "read_file", new { path = "/Projects/hello.txt", version = "999/1" });
        var restored = await ErrorAsync(
            alice,
            "restore_file",
            new
            {
                id = "999/1",
                path = "/Projects/hello.txt",
                etag = "a",
            }
        );

        Assert.Contains("no version of /Projects/hello.txt", read, StringComparison.Ordinal);
        Assert.Contains("no version of /Projects/hello.txt", restored, StringComparison.Ordinal);
        Assert.All(Sent, r => Assert.Equal("PROPFIND", r.Method));
    }

    [Fact]
    public async Task The_trash_bin_leaves_out_what_was_hidden_and_does_not_restore_or_delete_it()
    {
        var list = Recording
            .Load("trashbin", "01-list")
            .Response.BodyText.Replace("Projects/moved2.txt", "Büro/Private/moved2.txt", StringComparison.Ordinal);
        Cloud.Answer("PROPFIND", "/remote.php/dav/trashbin/alice/trash/", 207, "application/xml", list);
        await using var alice = await AliceAsync();

        var listed = await CallAsync(alice, "list_trash", new { });
        string[] errors =
        [
            await ErrorAsync(alice, "restore_file", new { id = "moved2.txt.d1795447173" }),
            await ErrorAsync(alice, "delete_from_trash", new { ids = new[] { "moved2.txt.d1795447173" } }),
            await ErrorAsync(alice, "delete_from_trash", new { ids = new[] { "*" } }),
        ];

        Assert.Equal(["/Projects/copy.txt"], FileMultistatus.Paths(listed));
        Assert.All(errors, error => Assert.Contains("hides", error, StringComparison.Ordinal));
        Assert.All(Sent, r => Assert.Equal("PROPFIND", r.Method));
    }

    [Fact]
    public async Task Shares_of_what_is_hidden_are_neither_listed_nor_changed()
    {
        var json = Recording.Load("shares", "12-get-share").Response.BodyText;
        var hidden = json.Replace(@"\/Projects\/hello.txt", @"\/Büro\/Private\/hello.txt", StringComparison.Ordinal);
        Cloud.Answer("GET", "/ocs/v2.php/apps/files_sharing/api/v1/shares/1", 200, "application/json", hidden);
        Cloud.Answer("GET", "/ocs/v2.php/apps/files_sharing/api/v1/shares", 200, "application/json", hidden);
        await using var alice = await AliceAsync();

        var listed = await CallAsync(alice, "list_shares", new { });
        string[] errors =
        [
            await ErrorAsync(alice, "update_share", new { id = "1", note = "x" }),
            await ErrorAsync(alice, "delete_share", new { id = "1" }),
        ];

        Assert.Equal(0, listed.GetProperty("items").GetArrayLength());
        Assert.All(errors, error => Assert.Contains("hides", error, StringComparison.Ordinal));
        Assert.All(Sent, r => Assert.Equal("GET", r.Method));
    }
}
