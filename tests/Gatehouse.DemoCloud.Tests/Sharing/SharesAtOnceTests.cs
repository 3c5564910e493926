using System.Net;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Sharing;

/// <summary>Shares that several callers write at the same time.</summary>
public sealed class SharesAtOnceTests : IAsyncLifetime
{
    private const string Shares = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private const int Rounds = 8;

    private DemoCloudServer cloud = null!;
    private CloudClient alice = null!;
    private CloudClient bob = null!;
    private CloudClient carol = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new DemoCloudOptions();
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

    /// <summary>A new password takes its time, in which the others are written.</summary>
    [Fact]
    public async Task Changes_of_different_members_of_a_share_at_once_are_all_kept()
    {
        var id = IdOf(await ShareAsync("""{"path":"/Documents","shareType":3}"""));
        for (var round = 0; round < Rounds; round++)
        {
            var note = $"note {round}";
            var label = $"label {round}";
            var hide = round % 2 == 0;
            var rights = round % 2 == 0 ? 31 : 17;
            var day = $"2099-01-0{round + 1}";

            await Task.WhenAll(
                ChangeAsync(id, $$"""{"password":"Long enough {{round}}"}"""),
                ChangeAsync(id, $$"""{"note":"{{note}}"}"""),
                ChangeAsync(id, $$"""{"label":"{{label}}"}"""),
                ChangeAsync(id, $$"""{"hideDownload":{{(hide ? "true" : "false")}}}"""),
                ChangeAsync(id, $$"""{"permissions":{{rights}}}"""),
                ChangeAsync(id, $$"""{"expireDate":"{{day}}"}""")
            );

            var share = (await alice.JsonAsync("GET", $"{Shares}/{id}"))["ocs"]!["data"]![0]!;
            Assert.Equal(
                [note, label, hide ? "1" : "0", $"{rights}", $"{day} 00:00:00"],
                new[] { "note", "label", "hide_download", "permissions", "expiration" }.Select(name => $"{share[name]}")
            );
        }
    }

    [Fact]
    public async Task What_is_shared_with_the_same_person_at_once_is_one_share()
    {
        const string wanted = """{"path":"/Readme.md","shareType":0,"shareWith":"bob"}""";

        var made = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ShareAsync(wanted)));

        Assert.Single(made.Select(IdOf).Distinct(StringComparer.Ordinal));
        Assert.Single(made, share => share["mail_send"]!.GetValue<int>() == 1);
    }

    [Fact]
    public async Task Two_members_of_a_group_take_the_same_share_away_at_once_and_both_are_rid_of_it()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var id = IdOf(await ShareAsync("""{"path":"/Readme.md","shareType":1,"shareWith":"team"}"""));

            var left = await Task.WhenAll(EndAsync(bob, id), EndAsync(carol, id));

            Assert.All(left, status => Assert.Equal(HttpStatusCode.OK, status));
            Assert.Equal(
                [HttpStatusCode.NotFound, HttpStatusCode.NotFound],
                [await GetAsync(bob, id), await GetAsync(carol, id)]
            );
            Assert.Equal(HttpStatusCode.OK, await EndAsync(alice, id));
        }
    }

    [Fact]
    public async Task A_share_that_is_ended_twice_at_once_is_ended_once()
    {
        var id = IdOf(await ShareAsync("""{"path":"/Readme.md","shareType":0,"shareWith":"bob"}"""));

        var ended = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => EndAsync(alice, id)));

        Assert.Single(ended, status => status == HttpStatusCode.OK);
        Assert.Equal(ended.Length - 1, ended.Count(status => status == HttpStatusCode.NotFound));
    }

    private static string IdOf(JsonNode share) => share["id"]!.GetValue<string>();

    private async Task<JsonNode> ShareAsync(string share) =>
        (await alice.JsonAsync("POST", Shares, CloudClient.Json(share)))["ocs"]!["data"]!;

    private async Task ChangeAsync(string id, string change) =>
        _ = await alice.JsonAsync("PUT", $"{Shares}/{id}", CloudClient.Json(change));

    private static async Task<HttpStatusCode> EndAsync(CloudClient client, string id)
    {
        using var answer = await client.SendAsync("DELETE", $"{Shares}/{id}");
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> GetAsync(CloudClient client, string id)
    {
        using var answer = await client.SendAsync("GET", $"{Shares}/{id}");
        return answer.StatusCode;
    }
}
