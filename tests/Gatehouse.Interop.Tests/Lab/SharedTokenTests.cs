using System.Text.Json.Nodes;
using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>
/// Two processes of a client share the place where it keeps its tokens, as two windows of Codex or of Claude Code do. Around the end of an access
/// token all their requests refresh at once, with the same refresh token: nobody has to sign in again.
/// </summary>
public sealed class SharedTokenTests
{
    private const string Codex = "codex-0.169.0";
    private const int EachAtOnce = 10;
    private const int Rounds = 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The SDK on which Claude Code is built, and Codex where this run drives it.</summary>
    public static TheoryData<string> Clients =>
        [
            "sdk-1.20.2",
            "sdk-1.32.2",
            "client-2.4.0",
            .. Roster.Chosen.Select(entry => entry.Folder).Where(folder => folder == Codex),
        ];

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Clients))]
    public async Task Twenty_requests_at_once_of_two_processes_ask_nobody_to_sign_in(string folder)
    {
        await using var site = await LabSite.StartAsync(documents: false, TestContext.Current.CancellationToken);

        await (folder == Codex ? CodexAsync(site) : SdkAsync(site, folder));

        Assert.Equal(1, site.Person.SignIns);
        site.Secrets.Check(site.Log);
    }

    private static async Task SdkAsync(LabSite site, string folder)
    {
        using var one = DrivenClient.Start(folder, [site.Mcp], site.Person, site.Secrets);
        using var other = DrivenClient.Start(folder, [site.Mcp], site.Person, site.Secrets);
        await one.DoAsync("connect", Stop);
        await other.DoAsync(
            "share",
            Stop,
            new JsonObject { ["stored"] = (await one.DoAsync("stored", Stop))!.DeepClone() }
        );
        await other.DoAsync("connect", Stop);

        await RunAsync(
            site,
            async () =>
                (await Task.WhenAll(ManyAsync(one), ManyAsync(other)))
                    .SelectMany(answers => answers)
                    .Select(answer => answer!.ToJsonString())
        );
    }

    private static async Task CodexAsync(LabSite site)
    {
        await using var one = new CodexClient(site);
        await using var other = new CodexClient(site);
        await one.SignInAsync(Stop);
        await one.CallAsync(Stop);
        await other.CallAsync(Stop);

        await RunAsync(
            site,
            async () =>
                (await Task.WhenAll(one.CallManyAsync(EachAtOnce, Stop), other.CallManyAsync(EachAtOnce, Stop)))
                    .SelectMany(answers => answers)
                    .Select(answer => answer.ToJsonString())
        );
    }

    private static async Task RunAsync(LabSite site, Func<Task<IEnumerable<string>>> callTwenty)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var mark = site.Traffic.Mark;
            site.LetAccessTokensRunOut();

            var answers = await callTwenty();

            Assert.Equal(2 * EachAtOnce, answers.Count(answer => answer.Contains("alice", StringComparison.Ordinal)));
            var asked = site.Traffic.Since(mark).Where(sent => sent.Path == "/token").ToList();
            Assert.NotEmpty(asked);
            Assert.All(asked, sent => Assert.True(sent.IsRefresh, sent.ToString()));
        }
    }

    private static async Task<JsonArray> ManyAsync(DrivenClient client)
    {
        var calls = Enumerable
            .Range(0, EachAtOnce)
            .Select(_ => (JsonNode)new JsonObject { ["name"] = "access", ["arguments"] = new JsonObject() });
        return (
            await client.DoAsync("many", Stop, new JsonObject { ["calls"] = new JsonArray([.. calls]) })
        )!.AsArray();
    }
}
