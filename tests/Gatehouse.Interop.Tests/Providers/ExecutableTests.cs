using System.Net;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.Interop.Tests.Providers;

/// <summary>The executable with a provider somebody else wrote, by what an operator writes down.</summary>
public sealed class ExecutableTests
{
    [Fact(Timeout = 180_000)]
    public async Task Issuer_client_and_secret_are_enough_for_a_plain_provider()
    {
        var stop = TestContext.Current.CancellationToken;
        var port = LoopbackPorts.Take(2);
        await using var cloud = await DemoCloudServer.StartAsync(new DemoCloudOptions(), stop);
        await using var provider = await OidcProvider.StartPoorAsync($"http://127.0.0.1:{port}/callback/oidc", stop);
        var settings = new Dictionary<string, string?>
        {
            ["IdentityProviders:0:Issuer"] = provider.Issuer,
            ["IdentityProviders:0:ClientId"] = RealProvider.ClientId,
            ["IdentityProviders:0:ClientSecret"] = RealProvider.ClientSecret,
        };
        await using var gatehouse = await GatehouseProcess.StartAsync(cloud.Address, stop, settings, port);
        using var client = new ScriptedClient(gatehouse.Url);
        using var browser = new ScriptedBrowser();
        await client.RegisterAsync(stop);
        var walk = new ProviderWalk(browser, ScriptedPerson.Alice)
        {
            IsProvider = address => address.Authority == new Uri(provider.Issuer).Authority,
            AtProvider = provider.SignInAsync,
        };

        var redirect = await walk.WalkAsync(client.NewAuthorizationUrl(), stop);

        Assert.Equal(HttpStatusCode.OK, (await client.RedeemAsync(redirect, stop)).Status);
        Assert.Equal(1, walk.Links);
        var access = await client.CallToolAsync("access", [], stop);
        Assert.Contains("alice", access.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.RefreshAsync(stop)).Status);
        client.Secrets.Add("client secret", RealProvider.ClientSecret);
        client.Secrets.Check(gatehouse.Log);
    }
}
