using System.Text.Json.Nodes;
using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>A real client that finishes a step-up: it is told by 403 what is missing, asks the person for it, and calls again by itself.</summary>
public sealed class StepUpTests
{
    private const string Name = "Our Agent";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_client_the_operator_names_asks_for_what_is_missing_and_goes_on()
    {
        await using var site = await LabSite.StartAsync(
            false,
            TestContext.Current.CancellationToken,
            stepUpClient: Name
        );
        using var client = DrivenClient.Start("client-2.4.0", [site.Mcp, "", "", Name], site.Person, site.Secrets);
        site.Person.SwitchOff = ["notes.write", "files.read", "files.write"];
        await client.DoAsync("connect", Stop);
        site.Person.SwitchOff = [];
        var mark = site.Traffic.Mark;

        await client.CallAsync("create_note", Note(), Stop);

        Assert.Equal(2, site.Person.SignIns);
        Assert.Equal(
            ["tools/call create_note 403", "authorization_code 200", "tools/call create_note 200"],
            site.Traffic.Since(mark)
                .Where(sent => sent.What.Contains("create_note", StringComparison.Ordinal) || sent.Path == "/token")
                .Select(sent => $"{sent.What} {sent.Status}")
        );
        var access = (await client.CallAsync("access", [], Stop)).ToJsonString();
        Assert.Contains("notes.write", access, StringComparison.Ordinal);
        site.Secrets.Check(site.Log);
    }

    [Fact(Timeout = 120_000)]
    public async Task All_others_get_the_error_of_the_tool_and_nobody_is_asked()
    {
        await using var site = await LabSite.StartAsync(
            false,
            TestContext.Current.CancellationToken,
            stepUpClient: Name
        );
        using var client = DrivenClient.Start("client-2.4.0", [site.Mcp], site.Person, site.Secrets);
        site.Person.SwitchOff = ["notes.write", "files.read", "files.write"];
        await client.DoAsync("connect", Stop);

        var answer = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.CallAsync("create_note", Note(), Stop)
        );

        Assert.Contains("notes.write", answer.Message, StringComparison.Ordinal);
        Assert.Equal(1, site.Person.SignIns);
    }

    private static JsonObject Note() => new() { ["title"] = "Milk", ["content"] = "Two bottles." };
}
