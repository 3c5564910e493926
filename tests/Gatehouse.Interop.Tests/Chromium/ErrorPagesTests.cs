using System.Net;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>What a person sees when something is wrong, and how they get on from there.</summary>
public sealed class ErrorPagesTests(RealBrowser browser) : IClassFixture<RealBrowser>, IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private GatehouseHost? host;
    private ClientListener? listener;
    private ScriptedClient? client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await GatehouseHost.StartAsync(new GatehouseHostOptions { Time = time, Sqlite = true }, Stop);
        listener = await ClientListener.StartAsync(Stop);
        client = new ScriptedClient(host.Url) { Name = "Notebook", RedirectUri = listener.RedirectUri };
        await client.RegisterAsync(Stop);
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    public async Task A_client_nobody_knows(Look look)
    {
        client!.ClientId = "a-client-of-yesterday";
        await using var window = await browser.OpenAsync(look);

        var page = await window.OpenAsync(client.NewAuthorizationUrl());

        await SaysAsync(page, "This client is not known here", "client-unknown");
        await Window.PictureAsync(page, $"error-client-unknown-{look}");
        window.NoComplaints();
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    public async Task A_known_client_that_was_forgotten_reads_how_to_begin_anew(Look look)
    {
        client!.ClientId = "https://chatgpt.com/oauth/codex/4-bzS8rt42zJ/client.json";
        await using var window = await browser.OpenAsync(look);

        var page = await window.OpenAsync(client.NewAuthorizationUrl());

        await Assertions.Expect(page.Locator("pre")).ToContainTextAsync("codex mcp logout NAME");
        await Window.PictureAsync(page, $"error-client-known-{look}");
        window.NoComplaints();
    }

    [Fact]
    public async Task A_redirect_that_was_not_registered()
    {
        using var other = new ScriptedClient(host!.Url)
        {
            RedirectUri = "http://127.0.0.1:33418/elsewhere",
            ClientId = client!.ClientId,
        };
        await using var window = await browser.OpenAsync(Look.Light);

        var page = await window.OpenAsync(other.NewAuthorizationUrl());

        await SaysAsync(page, "Notebook wants its answer at an address it may not use", "redirect-refused");
        await Window.PictureAsync(page, "error-redirect-refused");
        window.NoComplaints();
    }

    [Fact]
    public async Task A_link_that_somebody_sent()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        var page = await AllowAsync(window);
        await using var stranger = await browser.OpenAsync(Look.Light);

        var strange = await stranger.OpenAsync(page.Url);

        await SaysAsync(strange, "This sign-in belongs to another browser", "browser-changed");
        await Window.PictureAsync(strange, "error-browser-changed");
        stranger.NoComplaints();
    }

    [Fact]
    public async Task A_consent_page_that_was_left_open_too_long()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        var page = await window.OpenAsync(client!.NewAuthorizationUrl());
        time.Advance(TimeSpan.FromMinutes(31));

        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();

        await SaysAsync(page, "This sign-in is no longer open", "sign-in-expired");
        await Window.PictureAsync(page, "error-expired");
        window.NoComplaints();
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.NoScript)]
    public async Task A_sign_in_that_was_not_granted_in_time_can_be_tried_again(Look look)
    {
        await using var window = await browser.OpenAsync(look);
        var page = await AllowAsync(window);
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Sign in at");

        time.Advance(TimeSpan.FromMinutes(21));

        await SaysAsync(page, "The sign-in at Nextcloud was not finished in time", "cloud-sign-in-expired");
        await Window.PictureAsync(page, "error-cloud-expired");
        await TryAgainAsync(window, page);
    }

    [Fact]
    public async Task A_cloud_in_maintenance_can_be_tried_again()
    {
        host!.Cloud.Faults.Maintenance = true;
        await using var window = await browser.OpenAsync(Look.Light);
        var page = await AllowAsync(window);

        await SaysAsync(page, "Your Nextcloud is in maintenance mode", "cloud-maintenance");
        await Window.PictureAsync(page, "error-maintenance");
        host.Cloud.Faults.Clear();
        await TryAgainAsync(window, page);
    }

    [Fact]
    public async Task A_cloud_that_does_not_answer_can_be_tried_again_or_given_up()
    {
        host!.Cloud.Faults.Unreachable = true;
        await using var window = await browser.OpenAsync(Look.Phone);
        var page = await AllowAsync(window);

        await SaysAsync(page, "Your Nextcloud does not answer", "cloud-unreachable");
        await Window.PictureAsync(page, "error-unreachable-Phone");
        await PersonAtCloud.Button(page, "Try again").ClickAsync();
        await SaysAsync(page, "Your Nextcloud does not answer", "cloud-unreachable");
        await PersonAtCloud.Button(page, "Cancel").ClickAsync();

        await Assertions.Expect(PersonAtCloud.Heading(page)).ToHaveTextAsync("Back in the client");
        Assert.Contains("error=access_denied", (await listener!.Arrived).Query, StringComparison.Ordinal);
        window.NoComplaints();
    }

    [Fact]
    public async Task A_cloud_that_goes_away_while_the_person_is_there_is_asked_until_it_is_back()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        var page = await AllowAsync(window);
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Sign in at");

        host!.Cloud.Faults.Maintenance = true;
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("This page keeps asking")).ToBeVisibleAsync();
        await Window.PictureAsync(page, "waiting-trouble");
        host.Cloud.Faults.Clear();

        await FinishAsync(window, page);
    }

    public async ValueTask DisposeAsync()
    {
        await host!.DisposeAsync();
        await listener!.DisposeAsync();
        client!.Secrets.Check(host.Log);
        client.Dispose();
    }

    private static async Task SaysAsync(IPage page, string heading, string code)
    {
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToHaveTextAsync(heading, new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator(".support")).ToContainTextAsync(code);
        await Assertions.Expect(page.GetByText("What to do")).ToBeVisibleAsync();
    }

    private async Task<IPage> AllowAsync(Window window)
    {
        var page = await window.OpenAsync(client!.NewAuthorizationUrl());
        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();
        return page;
    }

    private async Task TryAgainAsync(Window window, IPage page)
    {
        await PersonAtCloud.Button(page, "Try again").ClickAsync();
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Sign in at");
        await FinishAsync(window, page);
    }

    private async Task FinishAsync(Window window, IPage page)
    {
        await PersonAtCloud.GrantAsync(window, page, "alice");
        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToHaveTextAsync("Back in the client", new() { Timeout = 30_000 });
        Assert.Equal(HttpStatusCode.OK, (await client!.RedeemAsync(await listener!.Arrived, Stop)).Status);
        window.NoComplaints();
    }
}
