using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.DemoCloud.Tests.Files;

public sealed class VersionTests : DemoCloudTest
{
    private const string File = "/remote.php/dav/files/alice/plan.md";
    private const string Notes = "/index.php/apps/notes/api/v1/notes";
    private const string Shares = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private const string Back = "/remote.php/dav/versions/alice/restore/target";

    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(1000));

    private protected override DemoCloudOptions Options() => new() { SampleData = false, TimeProvider = time };

    [Fact]
    public async Task Each_second_a_file_was_written_in_is_a_version_and_so_is_the_file_itself()
    {
        await WriteAsync("");
        var versions = await WriteAsync("one");
        await WriteAsync("one and a half", seconds: 0);
        await WriteAsync("two");

        Assert.Equal(["1001", "1002"], await Alice.NamesAsync(versions));
        Assert.Equal("one and a half", await Alice.TextAsync("GET", versions + "/1001"));
        using var current = await Alice.SendAsync("GET", versions + "/1002");
        Assert.Equal(HttpStatusCode.NotFound, current.StatusCode);
        using var part = await Alice.SendAsync("GET", versions + "/1001", null, ("Range", "bytes=4-6"));
        Assert.Equal("and", await part.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_restored_version_is_the_file_and_what_that_was_is_a_version()
    {
        var versions = await WriteAsync("one");
        await WriteAsync("two");

        await Alice.TextAsync("MOVE", versions + "/1001", null, ("Destination", Back));

        Assert.Equal("one", await Alice.TextAsync("GET", File));
        Assert.Equal("two", await Alice.TextAsync("GET", versions + "/1002"));
        Assert.Equal(["1002", "1001"], await Alice.NamesAsync(versions));
    }

    [Fact]
    public async Task A_version_is_restored_only_over_the_file_the_client_read()
    {
        var versions = await WriteAsync("one");
        await WriteAsync("two");
        using var read = await Alice.SendAsync("GET", File);
        await WriteAsync("three");

        using var refused = await Alice.SendAsync(
            "MOVE",
            versions + "/1001",
            null,
            ("Destination", Back),
            ("If", $"<{File}> ([{read.Headers.ETag}])")
        );

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal("three", await Alice.TextAsync("GET", File));
    }

    [Fact]
    public async Task A_label_stays_with_what_it_was_given_to()
    {
        var versions = await WriteAsync("one");
        await LabelAsync(versions + "/1001", "first draft");
        await WriteAsync("two");
        await LabelAsync(versions + "/1002", "second");
        await LabelAsync(versions + "/1002", "");
        await WriteAsync("three");

        var listed = XElement.Parse(await Alice.TextAsync("PROPFIND", versions, Asking, ("Depth", "1")));

        Assert.Equal(
            "first draft",
            Assert.Single(listed.Descendants(XName.Get("version-label", "http://nextcloud.org/ns")), HasText).Value
        );
        static bool HasText(XElement label) => label.Value.Length > 0;
    }

    [Fact]
    public async Task Versions_go_with_their_file_until_they_are_deleted()
    {
        var versions = await WriteAsync("one");
        await WriteAsync("two");
        await Alice.TextAsync("MOVE", File, null, ("Destination", File + ".bak"));
        await Alice.TextAsync("DELETE", File + ".bak");
        var name = Assert.Single(await Alice.NamesAsync("/remote.php/dav/trashbin/alice/trash"));
        using var trashed = await Alice.SendAsync("PROPFIND", versions);
        await Alice.TextAsync(
            "MOVE",
            "/remote.php/dav/trashbin/alice/trash/" + name,
            null,
            ("Destination", "/remote.php/dav/trashbin/alice/restore/it")
        );
        var kept = await Alice.TextAsync("GET", versions + "/1001");

        await Alice.TextAsync("DELETE", versions + "/1001");

        Assert.Equal(HttpStatusCode.NotFound, trashed.StatusCode);
        Assert.Equal("one", kept);
        Assert.Equal(["1002"], await Alice.NamesAsync(versions));
    }

    [Fact]
    public async Task A_changed_note_leaves_a_version()
    {
        var note = await NoteAsync("POST", Notes, """{"title":"Ideas","content":"one"}""");
        time.Advance(TimeSpan.FromSeconds(1));
        _ = await NoteAsync("PUT", $"{Notes}/{note["id"]}", """{"content":"two"}""");

        Assert.Equal("one", await Alice.TextAsync("GET", $"/remote.php/dav/versions/alice/versions/{note["id"]}/1000"));
    }

    [Fact]
    public async Task Whom_a_file_is_shared_with_sees_its_versions_and_restores_them_only_where_they_may_write()
    {
        var versions = (await WriteAsync("one")).Replace("alice", "bob", StringComparison.Ordinal);
        await WriteAsync("two");
        using var unseen = await Bob.SendAsync("PROPFIND", versions);
        var share = await Alice.JsonAsync(
            "POST",
            Shares + "?format=json",
            CloudClient.Json("""{"path":"/plan.md","shareType":0,"shareWith":"bob","permissions":1}""")
        );
        var back = Back.Replace("alice", "bob", StringComparison.Ordinal);

        var listed = await Bob.NamesAsync(versions);
        var read = await Bob.TextAsync("GET", versions + "/1001");
        using var refused = await Bob.SendAsync("MOVE", versions + "/1001", null, ("Destination", back));
        _ = await Alice.JsonAsync(
            "PUT",
            $"{Shares}/{share["ocs"]!["data"]!["id"]}?format=json",
            CloudClient.Json("""{"permissions":3}""")
        );
        using var now = await Alice.SendAsync("GET", File);
        var there = File.Replace("alice", "bob", StringComparison.Ordinal);
        await Bob.TextAsync(
            "MOVE",
            versions + "/1001",
            null,
            ("Destination", back),
            ("If", $"<{there}> ([{now.Headers.ETag}])")
        );

        Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);
        Assert.Equal(["1001", "1002"], listed);
        Assert.Equal("one", read);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("one", await Alice.TextAsync("GET", File));
    }

    private const string Asking =
        """<d:propfind xmlns:d="DAV:" xmlns:nc="http://nextcloud.org/ns"><d:prop><nc:version-label/></d:prop></d:propfind>""";

    private Task<JsonNode> NoteAsync(string method, string path, string json) =>
        Alice.JsonAsync(method, path, CloudClient.Json(json));

    private Task<string> LabelAsync(string version, string label) =>
        Alice.TextAsync(
            "PROPPATCH",
            version,
            $"""<d:propertyupdate xmlns:d="DAV:" xmlns:nc="http://nextcloud.org/ns"><d:set><d:prop><nc:version-label>{label}</nc:version-label></d:prop></d:set></d:propertyupdate>"""
        );

    /// <summary>Writes the file, a second later, and tells where its versions are.</summary>
    private async Task<string> WriteAsync(string text, int seconds = 1)
    {
        time.Advance(TimeSpan.FromSeconds(text.Length == 0 ? 0 : seconds));
        using var written = await Alice.SendAsync("PUT", File, new StringContent(text));
        var id = written.Headers.GetValues("OC-FileId").Single()[..8].TrimStart('0');
        return "/remote.php/dav/versions/alice/versions/" + id;
    }
}
