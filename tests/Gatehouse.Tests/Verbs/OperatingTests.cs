using System.Net;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Tests.Verbs;

/// <summary>What an operator does beside a running server: two processes, one database.</summary>
public sealed class OperatingTests : IAsyncLifetime
{
    private DemoCloudServer cloud = null!;
    private GatehouseProcess gatehouse = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cloud = await DemoCloudServer.StartAsync(new DemoCloudOptions(), Stop);
        gatehouse = await GatehouseProcess.StartAsync(cloud.Address, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await gatehouse.DisposeAsync();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task Ending_a_person_ends_their_tokens_and_app_passwords_and_nobody_elses()
    {
        using var alice = await SignInAsync(ScriptedPerson.Alice);
        using var bob = await SignInAsync(ScriptedPerson.Bob);

        var ended = await RunAsync("connections", "end", "ALICE");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        Assert.Contains("Client of alice, since ", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", ended.Output, StringComparison.Ordinal);
        await SoonAsync(async () => await CallAsync(alice) == HttpStatusCode.Unauthorized);
        Assert.Equal("invalid_grant", (await alice.RefreshAsync(Stop)).Error);
        await SoonAsync(() => Task.FromResult(!cloud.AppPasswordNames("alice").Any()));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(bob));
        Assert.Equal(HttpStatusCode.OK, (await bob.RefreshAsync(Stop)).Status);
        Assert.Single(cloud.AppPasswordNames("bob"));

        var audit = await RunAsync("audit", "--person", "alice", "--limit", "2");
        Assert.Collection(
            audit.Output.TrimEnd().Split('\n'),
            line =>
                Assert.EndsWith("Client of alice, by the operator on the command line", line, StringComparison.Ordinal),
            line => Assert.Contains("person.ended", line, StringComparison.Ordinal)
        );
        Assert.Contains(
            "Nothing stood of ",
            (await RunAsync("connections", "end", "alice")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_stands_and_what_was_done_is_listed_and_found_by_person_and_time()
    {
        Assert.Equal("Nobody is connected.\n", (await RunAsync("connections")).Output);
        using var alice = await SignInAsync(ScriptedPerson.Alice);
        using var bob = await SignInAsync(ScriptedPerson.Bob);

        var lines = (await RunAsync("connections")).Output.TrimEnd().Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Matches(@"^.+ \(alice\) at http://127\.0\.0\.1:\d+, key \S{43}$", lines[0]);
        Assert.Matches("^  Client of alice, since 20[0-9TZ:-]+, no use noted$", lines[1]);

        var audit = (await RunAsync("audit")).Output.TrimEnd().Split('\n');
        Assert.Matches(@"^20\S+Z  connection\.made      .+ \(bob\)  Client of bob, .+, \S{5}-\S{5}$", audit[0]);
        Assert.Equal(2, audit.Count(line => line.Contains("connection.made", StringComparison.Ordinal)));
        var key = lines[0][^43..];
        var hers = (await RunAsync("audit", "--person", key, "--since", "1h")).Output.TrimEnd().Split('\n');
        Assert.All(hers, line => Assert.Contains("(alice)", line, StringComparison.Ordinal));
        Assert.Equal("", (await RunAsync("audit", "--since", "2999-01-01")).Output);
    }

    [Fact]
    public async Task Whoever_is_not_known_and_what_makes_no_sense_is_named_and_ends_nothing()
    {
        var nobody = await RunAsync("connections", "end", "mallory");

        Assert.Equal(2, nobody.ExitCode);
        Assert.Contains("'mallory'", nobody.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "--since 'soon'",
            (await RunAsync("audit", "--since", "soon")).Errors,
            StringComparison.Ordinal
        );
        Assert.Contains("--limit '0'", (await RunAsync("audit", "--limit", "0")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_of_another_program_is_not_ready_until_it_is_gone()
    {
        await using var foreign = new SqliteConnection(
            $"Data Source={Path.Combine(gatehouse.Data, "gatehouse.db")};Pooling=false"
        );
        await foreign.OpenAsync(Stop);
        await ExecuteAsync(foreign, "BEGIN IMMEDIATE");

        await SoonAsync(async () => await ReadyAsync() == HttpStatusCode.ServiceUnavailable);
        await SoonAsync(() =>
            Task.FromResult(gatehouse.Log.Text.Contains("did not take a write", StringComparison.Ordinal))
        );
        await ExecuteAsync(foreign, "ROLLBACK");
        await SoonAsync(async () => await ReadyAsync() == HttpStatusCode.OK);
    }

    private Task<GatehouseRun> RunAsync(params string[] arguments) =>
        GatehouseRun.OfAsync([.. arguments, "--data", gatehouse.Data]);

    private async Task<ScriptedClient> SignInAsync(ScriptedPerson person)
    {
        var client = new ScriptedClient(gatehouse.Url) { Name = $"Client of {person.Name}" };
        await client.RegisterAsync(Stop);
        using var browser = new ScriptedBrowser();
        var redirect = await new SignInWalk(browser, person).WalkAsync(client.NewAuthorizationUrl(), Stop);
        Assert.Equal(HttpStatusCode.OK, (await client.RedeemAsync(redirect, Stop)).Status);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(client));
        return client;
    }

    private static async Task<HttpStatusCode> CallAsync(ScriptedClient client) =>
        (await client.CallToolAsync("access", [], Stop)).Status;

    private async Task<HttpStatusCode> ReadyAsync()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(gatehouse.Url + "/health/ready"), Stop);
        return answer.StatusCode;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }

    // The server looks every two seconds what others wrote, and every five what is to be deleted.
    private static async Task SoonAsync(Func<Task<bool>> isSo)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await isSo())
        {
            await pause.WaitForNextTickAsync(deadline.Token);
        }
    }
}
