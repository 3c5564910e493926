using System.Net;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Sharing;

/// <summary>Shares for whom has no account here: by mail, with other clouds, with teams.</summary>
public sealed class ShareElsewhereTests : DemoCloudTest
{
    private const string Api = "/ocs/v2.php/apps/files_sharing/api/v1/";
    private const string Shares = Api + "shares";
    private const string Customer = "weber@customer.example";

    private CloudClient nobody = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        nobody = ClientOf();
    }

    [Fact]
    public async Task A_share_by_mail_has_an_address_that_opens_the_file_to_whoever_got_it()
    {
        var share = await ShareAsync(ByMail(Customer));

        Assert.Equal(
            (4, Customer, 17),
            ((int)share["share_type"]!, (string?)share["share_with"], (int)share["permissions"]!)
        );
        var shown = await nobody.TextAsync("GET", $"/public.php/dav/files/{share["token"]}");
        Assert.Equal(await Alice.TextAsync("GET", "/remote.php/dav/files/alice/Readme.md"), shown);
        Assert.Contains("Readme.md", await nobody.TextAsync("GET", $"/s/{share["token"]}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_by_mail_asks_for_its_password_and_ends_for_whoever_got_it()
    {
        var share = await ShareAsync(ByMail(Customer, ",\"password\":\"A good long one\""));
        var file = $"/public.php/dav/files/{share["token"]}";
        using var guest = new CloudClient(Cloud.Address, "anybody", "A good long one");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(nobody, "GET", file));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(guest, "GET", file));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Alice, "DELETE", $"{Shares}/{share["id"]}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(guest, "GET", file));
    }

    [Fact]
    public async Task An_address_gets_a_file_once()
    {
        _ = await ShareAsync(ByMail(Customer));

        Assert.Equal("Failed to create share.", await RefusedAsync(403, ByMail(Customer)));
        _ = await ShareAsync(ByMail("somebody.else@customer.example"));
    }

    [Theory]
    [InlineData("Weber")]
    [InlineData("Weber <weber@customer.example>")]
    public async Task What_is_no_mail_address_gets_nothing(string with)
    {
        Assert.Equal("Please specify a valid email address", await RefusedAsync(404, ByMail(with)));
    }

    [Theory]
    [InlineData(6, "weber@cloud.example", 403, "Failed to create share.")]
    [InlineData(6, "weber", 403, "Invalid cloud id")]
    [InlineData(7, "a-team", 404, "You cannot share to a Team if the app is not enabled")]
    [InlineData(
        9,
        "team@cloud.example",
        403,
        "Sharing /alice/files/Readme.md failed because the back end does not allow shares from type 9"
    )]
    [InlineData(5, "weber", 400, "Unknown share type")]
    public async Task Other_clouds_cannot_be_reached_and_there_are_no_teams(
        int kind,
        string with,
        int status,
        string message
    )
    {
        Assert.Equal(
            message,
            await RefusedAsync(status, $$"""{"path":"/Readme.md","shareType":{{kind}},"shareWith":"{{with}}"}""")
        );
    }

    [Fact]
    public async Task An_address_that_is_nobody_s_here_is_found_as_one_to_share_with()
    {
        var stranger = await ExactAsync(Customer);
        var person = await ExactAsync("bob@example.test");

        Assert.Equal(Customer, (string?)stranger["emails"]![0]!["value"]!["shareWith"]);
        Assert.Equal(4, (int)stranger["emails"]![0]!["value"]!["shareType"]!);
        Assert.Empty(stranger["users"]!.AsArray());
        Assert.Equal("bob", (string?)person["users"]![0]!["value"]!["shareWith"]);
        Assert.Empty(person["emails"]!.AsArray());
    }

    private static string ByMail(string with, string more = "") =>
        $$"""{"path":"/Readme.md","shareType":4,"shareWith":"{{with}}"{{more}}}""";

    private async Task<JsonNode> ShareAsync(string share) =>
        (await Alice.JsonAsync("POST", Shares, CloudClient.Json(share)))["ocs"]!["data"]!;

    private async Task<string?> RefusedAsync(int status, string share) =>
        (string?)(await Alice.JsonAsync("POST", Shares, CloudClient.Json(share), status))["ocs"]!["meta"]!["message"];

    private async Task<JsonNode> ExactAsync(string term) =>
        (await Alice.JsonAsync("GET", $"{Api}sharees?search={Uri.EscapeDataString(term)}&itemType=file"))["ocs"]![
            "data"
        ]!["exact"]!;

    private static async Task<HttpStatusCode> StatusAsync(CloudClient client, string method, string path)
    {
        using var answer = await client.SendAsync(method, path);
        return answer.StatusCode;
    }
}
