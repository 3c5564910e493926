using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.DemoCloud.Tests.Hosting;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://192.168.1.5:8080")]
    [InlineData("http://cloud.example.com")]
    [InlineData("http://[::]:8080")]
    public async Task Anything_but_loopback_is_refused_with_a_reason(string urls)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(new DemoCloudOptions { Urls = urls }));

        Assert.Contains("passwords are known to everybody", error.Message, StringComparison.Ordinal);
        Assert.Contains(urls, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:1;http://127.0.0.1:2")]
    public async Task An_address_must_be_one_http_url(string urls) =>
        await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(new DemoCloudOptions { Urls = urls }));

    [Theory]
    [InlineData("nextcloud")]
    [InlineData("/nextcloud/")]
    public async Task A_base_path_starts_with_a_slash_and_ends_without(string path) =>
        await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(new DemoCloudOptions { BasePath = path }));

    [Fact]
    public async Task A_user_id_that_could_leave_the_data_folder_is_refused()
    {
        var options = new DemoCloudOptions();
        options.People.Add(new DemoCloudPerson("../mallory", "x", "Mallory"));

        _ = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(options));
    }

    [Fact]
    public async Task Below_a_base_path_everything_answers_and_above_it_nothing()
    {
        await using var cloud = await StartAsync(new DemoCloudOptions { BasePath = "/nextcloud" });
        using var client = new CloudClient(cloud.Address, "alice", "alice");
        using var outside = new CloudClient(cloud.Address[..^"/nextcloud".Length]);

        Assert.EndsWith("/nextcloud", cloud.Address, StringComparison.Ordinal);
        _ = await client.JsonAsync("GET", "/status.php");
        using var listed = await client.SendAsync("PROPFIND", "/remote.php/dav/files/alice/", null, ("Depth", "1"));
        var xml = await listed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(
            "<d:href>/nextcloud/remote.php/dav/files/alice/Documents/</d:href>",
            xml,
            StringComparison.Ordinal
        );
        using var status = await outside.SendAsync("GET", "/status.php");
        Assert.Equal(404, (int)status.StatusCode);
    }

    [Fact]
    public async Task New_homes_hold_different_sample_notes_and_files()
    {
        await using var cloud = await StartAsync(new DemoCloudOptions());
        using var alice = new CloudClient(cloud.Address, "alice", "alice");
        using var bob = new CloudClient(cloud.Address, "bob", "bob");

        var notesOfAlice = (await alice.JsonAsync("GET", "/index.php/apps/notes/api/v1/notes")).AsArray();
        var notesOfBob = (await bob.JsonAsync("GET", "/index.php/apps/notes/api/v1/notes")).AsArray();
        Assert.Equal(8, notesOfAlice.Count);
        Assert.Equal(8, notesOfBob.Count);
        Assert.Contains(notesOfAlice, note => note!["category"]!.ToString() == "Family");
        Assert.DoesNotContain(notesOfBob, note => note!["category"]!.ToString() == "Family");
        using var picture = await alice.SendAsync("GET", "/remote.php/dav/files/alice/Photos/Workshop%20logo.png");
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
    }

    private static Task<DemoCloudServer> StartAsync(DemoCloudOptions options) =>
        DemoCloudServer.StartAsync(options, TestContext.Current.CancellationToken);
}
