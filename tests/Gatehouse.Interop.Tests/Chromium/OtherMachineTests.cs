using System.Net;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>A person whose client runs on another machine.</summary>
public sealed class OtherMachineTests(RealBrowser browser) : IClassFixture<RealBrowser>, IAsyncLifetime
{
    private const int Patience = 100;

    private GatehouseHost? host;
    private ScriptedClient? client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await GatehouseHost.StartAsync(null, Stop);

        // Nobody listens there: it is the loopback of another machine.
        client = new ScriptedClient(host.Url)
        {
            Name = "Claude Code",
            RedirectUri = $"http://localhost:{LoopbackPorts.Take(1)}/callback",
        };
        await client.RegisterAsync(Stop);
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    [InlineData(Look.NoScript)]
    public async Task Says_so_and_gets_a_command_to_paste_there(Look look)
    {
        await using var window = await browser.OpenAsync(look);
        var page = await window.OpenAsync(client!.NewAuthorizationUrl());
        await page.GetByLabel("another machine").CheckAsync();
        await Window.PictureAsync(page, $"consent-elsewhere-{look}");
        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();
        await PersonAtCloud.GrantAsync(window, page, "alice");

        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToHaveTextAsync("You are signed in", new() { Timeout = 30_000 });
        await Window.PictureAsync(page, $"carry-{look}");
        await Assertions
            .Expect(PersonAtCloud.Button(page, "Copy the command"))
            .ToBeVisibleAsync(new() { Visible = look != Look.NoScript });
        var address = await page.Locator("#address").TextContentAsync();
        Assert.Equal($"curl '{address}'", await page.Locator("#command").TextContentAsync());
        Assert.Equal(HttpStatusCode.OK, (await client.RedeemAsync(new Uri(address!), Stop)).Status);
        window.NoComplaints();
    }

    [Fact]
    public async Task Comes_back_from_the_address_that_did_not_answer()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        var page = await window.OpenAsync(client!.NewAuthorizationUrl());
        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.FrameNavigated += (_, frame) =>
        {
            if (frame.Url.StartsWith("chrome-error:", StringComparison.Ordinal))
            {
                shown.TrySetResult();
            }
        };
        await PersonAtCloud.GrantAsync(window, page, "alice");
        await shown.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        await BackAsync(page);
        await Window.PictureAsync(page, "consent-answered");
        await page.GetByRole(AriaRole.Link, new() { Name = "see what to paste there" }).ClickAsync();

        var address = await page.Locator("#address").TextContentAsync();
        Assert.StartsWith(client.RedirectUri, address, StringComparison.Ordinal);
    }

    // The page that says "refused" comes from another process of Chromium, which has no history until it is shown.
    private static async Task BackAsync(IPage page)
    {
        var tries = 0;
        while (true)
        {
            try
            {
                await page.GoBackAsync();
                return;
            }
            catch (PlaywrightException early)
                when (early.Message.Contains("Not attached to an active page", StringComparison.Ordinal)
                    && tries++ < Patience
                )
            {
                await page.WaitForTimeoutAsync(50);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host!.DisposeAsync();
        client!.Secrets.Check(host.Log);
        client.Dispose();
    }
}
