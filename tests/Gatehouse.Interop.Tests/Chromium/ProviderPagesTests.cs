using System.Net;
using Gatehouse.Interop.Tests.Lab;
using Gatehouse.Interop.Tests.Providers;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>A person with a real browser, at the pages of a provider somebody else wrote.</summary>
public sealed class ProviderPagesTests(RealBrowser browser) : IClassFixture<RealBrowser>
{
    private const string Name = "live";
    private const int LivePort = 14786;

    [Fact(Timeout = 120_000)]
    public async Task A_person_goes_from_consent_to_the_provider_and_the_cloud_and_back_to_the_client()
    {
        var port = LoopbackPorts.Take(1);
        await using var provider = await OidcProvider.StartPoorAsync(
            $"http://127.0.0.1:{port}/callback/{Name}",
            TestContext.Current.CancellationToken
        );

        await WalkAsync(
            new IdentityProviderOptions
            {
                Name = Name,
                Issuer = provider.Issuer,
                ClientId = RealProvider.ClientId,
                ClientSecret = RealProvider.ClientSecret,
            },
            port,
            "alice",
            "alice",
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>Keycloak or any other, where the environment names one (CONTRIBUTING.md).</summary>
    [Fact(Timeout = 300_000)]
    public async Task Live_tenant_signs_a_person_in()
    {
        Assert.SkipWhen(
            LiveTenant.Of("ISSUER") is null,
            "No live tenant: set GATEHOUSE_TEST_IDP_ISSUER and the others of CONTRIBUTING.md."
        );

        var options = new IdentityProviderOptions
        {
            Name = Name,
            Preset = LiveTenant.Of("PRESET"),
            Issuer = LiveTenant.Of("ISSUER"),
            ClientId = LiveTenant.Of("CLIENT_ID"),
            ClientSecret = LiveTenant.Of("CLIENT_SECRET"),
            Allow = { Everyone = true },
        };
        await WalkAsync(
            options,
            LivePort,
            LiveTenant.Of("USER") ?? "",
            LiveTenant.Of("PASSWORD") ?? "",
            TestContext.Current.CancellationToken
        );
    }

    private async Task WalkAsync(
        IdentityProviderOptions provider,
        int port,
        string user,
        string password,
        CancellationToken stop
    )
    {
        await using var site = await LabSite.StartAsync(documents: false, stop, providers: [provider], port: port);
        await using var listener = await ClientListener.StartAsync(stop);
        using var client = new ScriptedClient(site.Url) { Name = "Notebook", RedirectUri = listener.RedirectUri };
        await client.RegisterAsync(stop);
        await using var window = await browser.OpenAsync(Look.Light);

        var page = await window.OpenAsync(client.NewAuthorizationUrl());
        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();
        var home = new Uri(site.Url).Authority;
        await page.WaitForURLAsync(url => new Uri(url).Authority != home);
        await PersonAtProvider.SignInAsync(page, new Uri(page.Url).Authority, user, password);
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Nextcloud");
        await PersonAtCloud.GrantAsync(window, page, "alice");
        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToHaveTextAsync("Back in the client", new() { Timeout = 30_000 });

        Assert.Equal(HttpStatusCode.OK, (await client.RedeemAsync(await listener.Arrived, stop)).Status);
        var access = (await client.CallToolAsync("access", [], stop)).Body["result"]!["structuredContent"]!;
        Assert.Contains("alice", access.ToJsonString(), StringComparison.Ordinal);
    }
}
