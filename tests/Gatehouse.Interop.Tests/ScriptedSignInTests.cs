using System.Net;
using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.Interop.Tests;

/// <summary>The tools of these tests themselves: the real process and the host in this one, walked without JavaScript.</summary>
public sealed class ScriptedSignInTests
{
    [Fact]
    public async Task A_person_without_JavaScript_signs_in_at_the_real_process()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var gatehouse = await GatehouseProcess.StartAsync(cancellationToken);
        using var client = new ScriptedClient(gatehouse.Url);
        using var browser = new ScriptedBrowser();
        await client.RegisterAsync(cancellationToken);

        var redirect = await new SignInWalk(browser, ScriptedPerson.Alice).WalkAsync(
            client.NewAuthorizationUrl(),
            cancellationToken
        );
        var answer = await client.RedeemAsync(redirect, cancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(AllScopes.But(), client.GrantedScope);
        Assert.Equal(HttpStatusCode.OK, (await client.RefreshAsync(cancellationToken)).Status);
        client.Secrets.Check(gatehouse.Log);
    }

    [Fact]
    public async Task A_person_may_switch_scopes_off_or_refuse_at_the_host_in_this_process()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var gatehouse = await GatehouseHost.StartAsync(null, cancellationToken);
        using var client = new ScriptedClient(gatehouse.Url);
        using var browser = new ScriptedBrowser();
        await client.RegisterAsync(cancellationToken);

        var walk = new SignInWalk(browser, ScriptedPerson.Bob) { SwitchOff = ["files.read", "files.write"] };
        var redirect = await walk.WalkAsync(client.NewAuthorizationUrl(), cancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await client.RedeemAsync(redirect, cancellationToken)).Status);
        Assert.Equal(AllScopes.But("files.read", "files.write"), client.GrantedScope);

        var refusing = new SignInWalk(browser, ScriptedPerson.Bob);
        await refusing.OpenAsync(client.NewAuthorizationUrl(), cancellationToken);
        Assert.Contains(
            "error=access_denied",
            (await refusing.CancelAsync(cancellationToken)).Query,
            StringComparison.Ordinal
        );
        Assert.Single(gatehouse.Cloud.AppPasswordNames("bob"));
        client.Secrets.Check(gatehouse.Log);
    }
}
