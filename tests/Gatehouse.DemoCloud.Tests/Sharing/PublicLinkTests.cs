using System.Net;
using System.Text;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Sharing;

public sealed class PublicLinkTests : DemoCloudTest
{
    private const string Shares = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private const string Password = "walnut and ash";

    private HttpClient anybody = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        anybody = new HttpClient { BaseAddress = new Uri(Cloud.Address) };
    }

    public override ValueTask DisposeAsync()
    {
        anybody.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_has_the_link_reads_what_is_in_it_and_nothing_else()
    {
        var (_, token) = await ShareAsync("""{"path":"/Documents/Workshop","shareType":3,"note":"Our prices"}""");

        var page = await anybody.GetStringAsync($"/s/{token}", TestContext.Current.CancellationToken);
        var file = await anybody.GetStringAsync(
            $"/public.php/dav/files/{token}/Price%20list%202026.csv",
            TestContext.Current.CancellationToken
        );

        Assert.Contains("Our prices", page, StringComparison.Ordinal);
        Assert.Contains($"/public.php/dav/files/{token}/Offers/Offer%20Weber.md", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Insurance", page, StringComparison.Ordinal);
        Assert.Contains("kitchen table;oak", file, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("GET", $"/public.php/dav/files/{token}/Household"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("PUT", $"/public.php/dav/files/{token}/new.txt"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("GET", "/public.php/dav/files/unknown/"));
    }

    [Fact]
    public async Task A_password_opens_it_and_a_wrong_one_locks_nobody_out()
    {
        var (_, token) = await ShareAsync($$"""{"path":"/Readme.md","shareType":3,"password":"{{Password}}"}""");
        var path = $"/public.php/dav/files/{token}";

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("GET", path));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("GET", $"/s/{token}"));
        for (var attempt = 0; attempt < 20; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("GET", path, "wrong"));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("GET", path, Password));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("GET", $"/s/{token}", Password));
        using var still = await Alice.SendAsync("GET", "/remote.php/dav/files/alice/Readme.md");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task It_is_no_more_when_its_share_ended()
    {
        var (id, token) = await ShareAsync("""{"path":"/Readme.md","shareType":3}""");
        using var ended = await Alice.SendAsync("DELETE", $"{Shares}/{id}");

        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("GET", $"/s/{token}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("GET", $"/public.php/dav/files/{token}"));
    }

    private async Task<(string Id, string Token)> ShareAsync(string share)
    {
        var made = await Alice.JsonAsync("POST", Shares, CloudClient.Json(share));
        var data = made["ocs"]!["data"]!;
        return (data["id"]!.ToString(), data["token"]!.ToString());
    }

    private async Task<HttpStatusCode> StatusAsync(string method, string path, string? password = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (password is not null)
        {
            var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"anybody:{password}"));
            request.Headers.Add("Authorization", $"Basic {basic}");
        }

        using var response = await anybody.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
