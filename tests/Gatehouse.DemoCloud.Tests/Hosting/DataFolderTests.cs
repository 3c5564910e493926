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

    private async Task StartAndStopAsync()
    {
        var cloud = await StartAsync();
        await cloud.DisposeAsync();
    }

    private Task<DemoCloudServer> StartAsync() =>
        DemoCloudServer.StartAsync(new DemoCloudOptions { DataFolder = folder }, TestContext.Current.CancellationToken);
}
