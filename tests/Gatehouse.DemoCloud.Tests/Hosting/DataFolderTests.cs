using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.DemoCloud.Tests.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gatehouse-demo-cloud-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task App_passwords_notes_and_files_survive_a_restart()
    {
        string secret;
        string note;
        await using (var first = await StartAsync())
        {
            secret = await first.CreateAppPasswordAsync("alice", "Phone", TestContext.Current.CancellationToken);
            using var alice = new CloudClient(first.Address, "alice", secret);
            var made = await alice.JsonAsync(
                "POST",
                "/index.php/apps/notes/api/v1/notes",
                CloudClient.Json("""{"title":"Kept","content":"still here"}""")
            );
            note = made["id"]!.ToString();
            using var put = await alice.SendAsync(
                "PUT",
                "/remote.php/dav/files/alice/kept.txt",
                new StringContent("kept")
            );
            put.EnsureSuccessStatusCode();
            using var deleted = await alice.SendAsync("DELETE", "/remote.php/dav/files/alice/Readme.md");
            deleted.EnsureSuccessStatusCode();
        }

        await using var second = await StartAsync();
        using var again = new CloudClient(second.Address, "alice", secret);
        Assert.Equal(["Phone"], second.AppPasswordNames("alice"));
        Assert.Equal(
            "still here",
            (await again.JsonAsync("GET", $"/index.php/apps/notes/api/v1/notes/{note}"))["content"]!.ToString()
        );
        using var file = await again.SendAsync("GET", "/remote.php/dav/files/alice/kept.txt");
        Assert.Equal("kept", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var gone = await again.SendAsync("GET", "/remote.php/dav/files/alice/Readme.md");
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Fact]
    public async Task Shares_tags_and_comments_survive_a_restart()
    {
        const string shares = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
        string file;
        await using (var first = await StartAsync())
        {
            using var alice = new CloudClient(first.Address, "alice", "alice");
            var made = await alice.JsonAsync(
                "POST",
                shares,
                CloudClient.Json("""{"path":"/Readme.md","shareType":0,"shareWith":"bob","note":"kept"}""")
            );
            file = made["ocs"]!["data"]!["item_source"]!.ToString();
            using var tag = await alice.SendAsync("PUT", $"/remote.php/dav/systemtags-relations/files/{file}/1");
            using var comment = await alice.SendAsync(
                "POST",
                $"/remote.php/dav/comments/files/{file}",
                CloudClient.Json("""{"actorType":"users","verb":"comment","message":"still said"}""")
            );
            Assert.Equal((201, 201), ((int)tag.StatusCode, (int)comment.StatusCode));
        }

        await using var second = await StartAsync();
        using var bob = new CloudClient(second.Address, "bob", "bob");
        var got = await bob.JsonAsync("GET", shares + "?shared_with_me=true");
        using var read = await bob.SendAsync("GET", "/remote.php/dav/files/bob/Readme.md");
        Assert.Contains("kept", got.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(200, (int)read.StatusCode);
        Assert.Contains(
            "Confidential",
            await TextAsync(bob, $"/remote.php/dav/systemtags-relations/files/{file}"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "still said",
            await TextAsync(bob, $"/remote.php/dav/comments/files/{file}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_trash_bin_versions_and_uploads_on_their_way_survive_a_restart()
    {
        const string files = "/remote.php/dav/files/bob/";
        const string upload = "/remote.php/dav/uploads/bob/one";
        const string trash = "/remote.php/dav/trashbin/bob/";
        string[] deleted;
        string versions;
        await using (var first = await StartAsync())
        {
            using var bob = new CloudClient(first.Address, "bob", "bob");
            await bob.TextAsync("MKCOL", files + "Trip");
            await bob.TextAsync("PUT", files + "Trip/map.txt", "the way");
            await bob.TextAsync("DELETE", files + "Trip");
            deleted = await bob.NamesAsync(trash + "trash");
            using var old = await bob.SendAsync(
                "PUT",
                files + "plan.txt",
                new StringContent("old"),
                ("X-OC-MTime", "1700000000")
            );
            versions = $"/remote.php/dav/versions/bob/versions/{old.Headers.GetValues("OC-FileId").Single()[..8]}";
            await bob.TextAsync("PUT", files + "plan.txt", "new");
            await bob.TextAsync("MKCOL", upload);
            await bob.TextAsync("PUT", upload + "/00001", "half ");
        }

        await using var second = await StartAsync();
        using var again = new CloudClient(second.Address, "bob", "bob");
        await again.TextAsync("PUT", upload + "/00002", "and half");
        await again.TextAsync("MOVE", upload + "/.file", null, ("Destination", files + "big.txt"));
        var name = Assert.Single(deleted, one => one.StartsWith("Trip.d", StringComparison.Ordinal));
        await again.TextAsync("MOVE", $"{trash}trash/{name}", null, ("Destination", trash + "restore/it"));

        Assert.Equal("the way", await again.TextAsync("GET", files + "Trip/map.txt"));
        Assert.Equal("old", await again.TextAsync("GET", versions + "/1700000000"));
        Assert.Equal("half and half", await again.TextAsync("GET", files + "big.txt"));
    }

    [Fact]
    public async Task The_secret_of_an_app_password_is_not_written_down()
    {
        await using var cloud = await StartAsync();
        var secret = await cloud.CreateAppPasswordAsync("bob", "Phone", TestContext.Current.CancellationToken);

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(
                secret,
                await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Bytes_nobody_refers_to_are_swept_at_the_start()
    {
        await StartAndStopAsync();

        var orphan = Path.Combine(folder, "blobs", "orphan");
        await File.WriteAllTextAsync(orphan, "left by a crash", TestContext.Current.CancellationToken);
        await StartAndStopAsync();

        Assert.False(File.Exists(orphan));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_read_is_named()
    {
        await StartAndStopAsync();

        var file = Path.Combine(folder, "files-alice.json");
        await File.WriteAllTextAsync(file, "{", TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<IOException>(StartAsync);

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(CloudClient client, string path)
    {
        var asked = new StringContent(
            """<d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop><oc:display-name/></d:prop></d:propfind>"""
        );
        using var answer = await client.SendAsync("PROPFIND", path, asked, ("Depth", "1"));
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task StartAndStopAsync()
    {
        var cloud = await StartAsync();
        await cloud.DisposeAsync();
    }

    private Task<DemoCloudServer> StartAsync() =>
        DemoCloudServer.StartAsync(new DemoCloudOptions { DataFolder = folder }, TestContext.Current.CancellationToken);
}
