using System.Net;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>A person with a real browser looks after what is connected.</summary>
public sealed class ConnectionsPageTests(RealBrowser browser) : IClassFixture<RealBrowser>, IAsyncLifetime
{
    private GatehouseHost? host;
    private ClientListener? listener;
    private ScriptedClient? client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await GatehouseHost.StartAsync(null, Stop);
        listener = await ClientListener.StartAsync(Stop);
        client = new ScriptedClient(host.Url) { Name = "Notebook", RedirectUri = listener.RedirectUri };
        await client.RegisterAsync(Stop);
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    [InlineData(Look.NoScript)]
    public async Task A_person_takes_a_permission_away_and_disconnects(Look look)
    {
        await using var window = await browser.OpenAsync(look);
        var page = await ConnectAsync(window);
        await page.GotoAsync(host!.Url + "/access");
        await page.GetByRole(AriaRole.Link, new() { Name = "your connections" }).ClickAsync();
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToHaveTextAsync("Your connections");
        await Window.PictureAsync(page, $"connections-sign-in-{look}");
        await PersonAtCloud.Button(page, "Sign in").ClickAsync();
        await PersonAtCloud.GrantAsync(window, page, "alice");
        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToContainTextAsync("Connected as", new() { Timeout = 30_000 });
        await Window.PictureAsync(page, $"connections-{look}");

        await page.GetByText("Change or disconnect").ClickAsync();
        await page.Locator("input[value='files.write']").UncheckAsync();
        await Window.PictureAsync(page, $"connections-open-{look}");
        await PersonAtCloud.Button(page, "Keep only these").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Changed");
        Assert.Contains("read_file", await client!.ListToolsAsync(Stop));
        Assert.DoesNotContain("write_file", await client.ListToolsAsync(Stop));

        await page.GetByText("Change or disconnect").ClickAsync();
        await PersonAtCloud.Button(page, "Disconnect").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Disconnected");
        await Window.PictureAsync(page, $"connections-empty-{look}");
        Assert.NotEqual(HttpStatusCode.OK, (await client.RefreshAsync(Stop)).Status);

        await PersonAtCloud.Button(page, "Sign out of this page").ClickAsync();
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToHaveTextAsync("Your connections");
        window.NoComplaints();
    }

    public async ValueTask DisposeAsync()
    {
        await host!.DisposeAsync();
        await listener!.DisposeAsync();
        client!.Secrets.Check(host.Log);
        client.Dispose();
    }

    private async Task<IPage> ConnectAsync(Window window)
    {
        var page = await window.OpenAsync(client!.NewAuthorizationUrl());
        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();
        await PersonAtCloud.GrantAsync(window, page, "alice");
        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToHaveTextAsync("Back in the client", new() { Timeout = 30_000 });
        await client.RedeemAsync(await listener!.Arrived, Stop);
        return page;
    }
}
