using Gatehouse.Testing.Browser;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>The TypeScript SDKs, as the applications built on them use them.</summary>
public sealed class SdkTests(RunningDemo demo) : IClassFixture<RunningDemo>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Client, what its driver is told beside the address, the protocol version that comes out.</summary>
    public static TheoryData<string, string?, string> Clients =>
        new()
        {
            { "sdk-1.32.2", null, "2025-11-25" },
            { "sdk-1.20.2", null, "2025-06-18" },
            { "client-2.4.0", null, "2025-11-25" },
            { "client-2.4.0", "2026-07-28", "2026-07-28" },
        };

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Signs_in_lists_the_tools_and_works_with_notes_and_files(
        string name,
        string? argument,
        string protocol
    )
    {
        using var person = new PersonAtBrowser(ScriptedPerson.Alice);
        using var client = Start(name, argument, person);

        var connected = await client.DoAsync("connect", Stop);
        Assert.Equal(protocol, (string?)connected!["protocol"]);
        Assert.Equal("gatehouse-nextcloud", (string?)connected["server"]!["name"]);
        Assert.Equal(protocol != "2026-07-28", connected["session"] is not null);

        var tools = (await client.DoAsync("tools", Stop))!.AsArray().Select(tool => (string)tool!).ToList();
        Assert.Superset(new HashSet<string> { "access", "create_note", "read_note", "write_file" }, tools.ToHashSet());

        await NotesAndFiles.WorkAsync(client, $"{name} {argument}", Stop);
        Assert.Equal(1, person.SignIns);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Refreshes_a_token_that_is_no_longer_accepted_and_goes_on(
        string name,
        string? argument,
        string protocol
    )
    {
        using var person = new PersonAtBrowser(ScriptedPerson.Alice);
        using var client = Start(name, argument, person);
        var session = (string?)(await client.DoAsync("connect", Stop))!["session"];

        var before = await client.DoAsync("counts", Stop);

        await client.DoAsync("spoil", Stop);
        var access = await client.CallAsync("access", [], Stop);

        Assert.Equal("alice", (string?)access["user"]);
        var after = await client.DoAsync("counts", Stop);
        Assert.Equal((int)before!["token"]! + 1, (int)after!["token"]!);
        Assert.Equal((int)before["initialize"]!, (int)after["initialize"]!);
        Assert.Equal(protocol == "2026-07-28", session is null);
        Assert.Equal(session, (string?)await client.DoAsync("session", Stop));
        Assert.Equal(1, person.SignIns);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Asks_the_person_to_sign_in_anew_after_revocation(string name, string? argument, string protocol)
    {
        using var person = new PersonAtBrowser(ScriptedPerson.Alice);
        using var client = Start(name, argument, person);
        await client.DoAsync("connect", Stop);

        Assert.Equal(200, (int)(await client.DoAsync("revoke", Stop))!);
        Assert.Equal(1, person.SignIns);
        var access = await client.CallAsync("access", [], Stop);

        Assert.Equal("alice", (string?)access["user"]);
        Assert.Equal(2, person.SignIns);
        Assert.Equal(protocol != "2026-07-28", await client.DoAsync("session", Stop) is not null);
    }

    private DrivenClient Start(string name, string? argument, PersonAtBrowser person) =>
        DrivenClient.Start(
            name,
            argument is null ? [demo.Gatehouse.Mcp] : [demo.Gatehouse.Mcp, argument],
            person,
            demo.Secrets
        );
}
