using System.Net;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.DemoCloud.Tests.Sharing;

public sealed class ShareTests : DemoCloudTest
{
    private const string Shares = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private const string Prices = "Price%20list%202026.csv";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));
    private CloudClient carol = null!;

    private protected override DemoCloudOptions Options()
    {
        var options = new DemoCloudOptions { TimeProvider = time };
        options.People.Add(new DemoCloudPerson("carol", "carol", "Carol Example"));
        return options;
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        carol = ClientOf("carol");
    }

    [Fact]
    public async Task What_was_shared_on_ends_with_the_share_it_came_from()
    {
        var first = (await Alice.JsonAsync("GET", $"{Shares}?path=/Documents/Workshop"))["ocs"]!["data"]![0]!["id"];
        await ShareAsync(
            Bob,
            $$"""{"path":"/Workshop/{{Uri.UnescapeDataString(Prices)}}","shareType":0,"shareWith":"carol"}"""
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(carol, "GET", $"carol/{Prices}"));

        using var ended = await Alice.SendAsync("DELETE", $"{Shares}/{first}");

        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Bob, "GET", $"bob/Workshop/{Prices}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(carol, "GET", $"carol/{Prices}"));
    }

    [Fact]
    public async Task A_share_ends_on_the_day_it_expires()
    {
        await ShareAsync(Alice, """{"path":"/Readme.md","shareType":0,"shareWith":"bob","expireDate":"2026-11-28"}""");
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Bob, "GET", "bob/Readme.md"));

        time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Bob, "GET", "bob/Readme.md"));
    }

    [Fact]
    public async Task What_is_shared_takes_a_free_name_and_comes_back_to_the_root_when_its_folder_goes()
    {
        using var own = await Bob.SendAsync(
            "PUT",
            "/remote.php/dav/files/bob/Readme.md",
            new StringContent("bob's own")
        );
        await ShareAsync(Alice, """{"path":"/Readme.md","shareType":0,"shareWith":"bob"}""");
        using var made = await Bob.SendAsync("MKCOL", "/remote.php/dav/files/bob/From%20Alice");
        using var moved = await Bob.SendAsync(
            "MOVE",
            "/remote.php/dav/files/bob/Readme%20(2).md",
            null,
            ("Destination", $"{Cloud.Address}/remote.php/dav/files/bob/From%20Alice/Readme.md")
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Bob, "GET", "bob/From%20Alice/Readme.md"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Bob, "GET", "bob/Readme%20(2).md"));

        using var gone = await Bob.SendAsync("DELETE", "/remote.php/dav/files/bob/From%20Alice");

        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Alice, "GET", "alice/Readme.md"));
        Assert.Equal("bob's own", await TextAsync(Bob, "bob/Readme.md"));
        Assert.Equal(await TextAsync(Alice, "alice/Readme.md"), await TextAsync(Bob, "bob/Readme%20(2).md"));
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
