using Gatehouse.Interop.Tests.Clients;
using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.Interop.Tests;

/// <summary>The sessions of revision 2025-11-25 outlive the server's process; 2026-07-28 has none to lose.</summary>
public sealed class SessionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sdk-1.32.2", null)]
    [InlineData("client-2.4.0", "2026-07-28")]
    public async Task A_client_goes_on_after_the_server_was_killed_and_started_again(string name, string? revision)
    {
        await using var gatehouse = await GatehouseProcess.StartAsync(Stop);
        var secrets = new NoSecrets();
        using var person = new PersonAtBrowser(ScriptedPerson.Alice);
        using var client = DrivenClient.Start(
            name,
            revision is null ? [gatehouse.Mcp] : [gatehouse.Mcp, revision],
            person,
            secrets
        );
        await client.DoAsync("connect", Stop);
        var session = (string?)await client.DoAsync("session", Stop);
        var before = (await client.DoAsync("counts", Stop))!.ToJsonString();

        await gatehouse.RestartAsync(Stop);
        var access = await client.CallAsync("access", [], Stop);

        Assert.Equal("alice", (string?)access["user"]);
        Assert.Equal(revision is null, session is not null);
        Assert.Equal(session, (string?)await client.DoAsync("session", Stop));
        Assert.Equal(before, (await client.DoAsync("counts", Stop))!.ToJsonString());
        secrets.Check(gatehouse.Log);
    }
}
