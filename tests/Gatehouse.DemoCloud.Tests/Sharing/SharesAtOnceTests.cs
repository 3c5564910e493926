using System.Net;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Sharing;

/// <summary>Shares that several callers write at the same time.</summary>
public sealed class SharesAtOnceTests : DemoCloudTest
{
    private const string Shares = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private const int Rounds = 8;

    private CloudClient carol = null!;

    private protected override DemoCloudOptions Options()
    {
        var options = new DemoCloudOptions();
        options.People.Add(new DemoCloudPerson("carol", "carol", "Carol Example"));
        return options;
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        carol = ClientOf("carol");
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

            var share = (await Alice.JsonAsync("GET", $"{Shares}/{id}"))["ocs"]!["data"]![0]!;
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

        var made = await BehindOthersAsync(Enumerable.Repeat(() => ShareAsync(wanted), 12));

        Assert.Single(made.Select(IdOf).Distinct(StringComparer.Ordinal));
        Assert.Single(made, share => share["mail_send"]!.GetValue<int>() == 1);
    }

    [Fact]
    public async Task Two_members_of_a_group_take_the_same_share_away_at_once_and_both_are_rid_of_it()
    {
        var id = IdOf(await ShareAsync("""{"path":"/Readme.md","shareType":1,"shareWith":"team"}"""));

        var left = await BehindOthersAsync(() => EndAsync(Bob, id), () => EndAsync(carol, id));

        Assert.All(left, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            [await GetAsync(Bob, id), await GetAsync(carol, id)]
        );
        Assert.Equal(HttpStatusCode.OK, await EndAsync(Alice, id));
    }

    [Fact]
    public async Task A_share_that_is_ended_twice_at_once_is_ended_once()
    {
        var id = IdOf(await ShareAsync("""{"path":"/Readme.md","shareType":0,"shareWith":"bob"}"""));

        var ended = await BehindOthersAsync(Enumerable.Repeat(() => EndAsync(Alice, id), 6));

        Assert.Single(ended, status => status == HttpStatusCode.OK);
        Assert.Equal(ended.Length - 1, ended.Count(status => status == HttpStatusCode.NotFound));
    }

    /// <summary>Calls while changes that take their time are written, so that all of them have read the shares before one of them writes.</summary>
    private async Task<T[]> BehindOthersAsync<T>(params IEnumerable<Func<Task<T>>> calls)
    {
        var link = IdOf(await ShareAsync("""{"path":"/Documents","shareType":3}"""));
        List<Task> others =
        [
            .. Enumerable
                .Range(0, Rounds)
                .Select(round => ChangeAsync(link, $$"""{"password":"Long enough {{round}}"}""")),
        ];

        var answers = await Task.WhenAll(calls.Select(call => call()));
        await Task.WhenAll(others);
        return answers;
    }

    private static string IdOf(JsonNode share) => share["id"]!.GetValue<string>();

    private async Task<JsonNode> ShareAsync(string share) =>
        (await Alice.JsonAsync("POST", Shares, CloudClient.Json(share)))["ocs"]!["data"]!;

    private async Task ChangeAsync(string id, string change) =>
        _ = await Alice.JsonAsync("PUT", $"{Shares}/{id}", CloudClient.Json(change));

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
