using System.Net;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.DemoCloud.Tests.Sharing;

public sealed class ShareTests : IAsyncLifetime
{
    private const string Shares = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private const string Prices = "Price%20list%202026.csv";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));
    private DemoCloudServer cloud = null!;
    private CloudClient alice = null!;
    private CloudClient bob = null!;
    private CloudClient carol = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new DemoCloudOptions { TimeProvider = time };
        options.People.Add(new DemoCloudPerson("carol", "carol", "Carol Example"));
        cloud = await DemoCloudServer.StartAsync(options, TestContext.Current.CancellationToken);
        alice = new CloudClient(cloud.Address, "alice", "alice");
        bob = new CloudClient(cloud.Address, "bob", "bob");
        carol = new CloudClient(cloud.Address, "carol", "carol");
    }

    public async ValueTask DisposeAsync()
    {
        alice.Dispose();
        bob.Dispose();
        carol.Dispose();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task What_was_shared_on_ends_with_the_share_it_came_from()
    {
        var first = (await alice.JsonAsync("GET", $"{Shares}?path=/Documents/Workshop"))["ocs"]!["data"]![0]!["id"];
        await ShareAsync(
            bob,
            $$"""{"path":"/Workshop/{{Uri.UnescapeDataString(Prices)}}","shareType":0,"shareWith":"carol"}"""
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(carol, "GET", $"carol/{Prices}"));

        using var ended = await alice.SendAsync("DELETE", $"{Shares}/{first}");

        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(bob, "GET", $"bob/Workshop/{Prices}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(carol, "GET", $"carol/{Prices}"));
    }

    [Fact]
    public async Task A_share_ends_on_the_day_it_expires()
    {
        await ShareAsync(alice, """{"path":"/Readme.md","shareType":0,"shareWith":"bob","expireDate":"2026-11-28"}""");
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(bob, "GET", "bob/Readme.md"));

        time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(bob, "GET", "bob/Readme.md"));
    }

    [Fact]
    public async Task What_is_shared_takes_a_free_name_and_comes_back_to_the_root_when_its_folder_goes()
    {
        using var own = await bob.SendAsync(
            "PUT",
            "/remote.php/dav/files/bob/Readme.md",
            new StringContent("bob's own")
        );
        await ShareAsync(alice, """{"path":"/Readme.md","shareType":0,"shareWith":"bob"}""");
        using var made = await bob.SendAsync("MKCOL", "/remote.php/dav/files/bob/From%20Alice");
        using var moved = await bob.SendAsync(
            "MOVE",
            "/remote.php/dav/files/bob/Readme%20(2).md",
            null,
            ("Destination", $"{cloud.Address}/remote.php/dav/files/bob/From%20Alice/Readme.md")
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(bob, "GET", "bob/From%20Alice/Readme.md"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(bob, "GET", "bob/Readme%20(2).md"));

        using var gone = await bob.SendAsync("DELETE", "/remote.php/dav/files/bob/From%20Alice");

        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(alice, "GET", "alice/Readme.md"));
        Assert.Equal("bob's own", await TextAsync(bob, "bob/Readme.md"));
        Assert.Equal(await TextAsync(alice, "alice/Readme.md"), await TextAsync(bob, "bob/Readme%20(2).md"));
    }

    private static async Task<string> TextAsync(CloudClient client, string path)
    {
        using var answer = await client.SendAsync("GET", "/remote.php/dav/files/" + path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task ShareAsync(CloudClient client, string share) =>
        _ = await client.JsonAsync("POST", Shares, CloudClient.Json(share));

    private static async Task<HttpStatusCode> StatusAsync(CloudClient client, string method, string path)
    {
        using var answer = await client.SendAsync(method, "/remote.php/dav/files/" + path);
        return answer.StatusCode;
    }
}
