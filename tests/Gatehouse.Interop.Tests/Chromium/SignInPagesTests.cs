using System.Net;
using System.Web;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>A person with a real browser on the way through a sign-in.</summary>
public sealed class SignInPagesTests(RealBrowser browser) : IClassFixture<RealBrowser>, IAsyncLifetime
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
    public async Task A_person_reads_the_name_of_a_known_web_client_and_not_what_it_calls_itself(Look look)
    {
        using var web = new ScriptedClient(host!.Url)
        {
            Name = "Your Bank",
            RedirectUri = "https://claude.ai/api/mcp/auth_callback",
        };
        await web.RegisterAsync(Stop);
        await using var window = await browser.OpenAsync(look);

        var page = await window.OpenAsync(web.NewAuthorizationUrl());

        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Claude wants to use");
        await Window.PictureAsync(page, $"consent-known-{look}");
        window.NoComplaints();
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    [InlineData(Look.NoScript)]
    public async Task A_person_switches_scopes_off_signs_in_in_a_new_tab_and_the_waiting_page_goes_on_by_itself(
        Look look
    )
    {
        await using var window = await browser.OpenAsync(look);
        var page = await window.OpenAsync(client!.NewAuthorizationUrl());
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Notebook");
        await Window.PictureAsync(page, $"consent-{look}");
        await page.Locator("input[value='files.read']").UncheckAsync();
        await page.Locator("input[value='files.write']").UncheckAsync();
        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();

        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Sign in at");
        await Window.PictureAsync(page, $"waiting-{look}");
        await PersonAtCloud.GrantAsync(window, page, "alice");
        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToHaveTextAsync("Back in the client", new() { Timeout = 30_000 });

        Assert.Equal(HttpStatusCode.OK, (await client.RedeemAsync(await listener!.Arrived, Stop)).Status);
        Assert.Equal(AllScopes.But("files.read", "files.write"), client.GrantedScope);
        var tools = await client.ListToolsAsync(Stop);
        Assert.Contains("create_note", tools);
        Assert.DoesNotContain("read_file", tools);
        var access = (await client.CallToolAsync("access", [], Stop)).Body["result"]!["structuredContent"]!;
        Assert.Equal(
            ["files.read", "files.write"],
            access["notGranted"]!.AsArray().Select(scope => (string)scope!["scope"]!)
        );
        window.NoComplaints();
    }

    [Fact]
    public async Task A_person_refuses_on_the_consent_page()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        var page = await window.OpenAsync(client!.NewAuthorizationUrl());
        await PersonAtCloud.Button(page, "Cancel").ClickAsync();

        await RefusedAsync(page);
        Assert.DoesNotContain(
            host!.Cloud.Requests.All,
            request => request.Path.Contains("login", StringComparison.Ordinal)
        );
        window.NoComplaints();
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.NoScript)]
    public async Task A_person_cancels_on_the_waiting_page(Look look)
    {
        await using var window = await browser.OpenAsync(look);
        var page = await WaitingAsync(window);
        await PersonAtCloud.Button(page, "Cancel").ClickAsync();

        await RefusedAsync(page);
        window.NoComplaints();
    }

    [Fact]
    public async Task A_person_who_switches_everything_off_is_asked_to_choose()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        var page = await window.OpenAsync(client!.NewAuthorizationUrl());
        foreach (var box in await page.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await box.UncheckAsync();
        }

        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose at least one");
        await Window.PictureAsync(page, "consent-nothing-chosen");
        Assert.Equal(0, await page.Locator("input:checked").CountAsync());
        window.NoComplaints();
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        var page = await window.OpenAsync(client!.NewAuthorizationUrl());
        await PressUntilAsync(page, "input[value='files.write']");
        await page.Keyboard.PressAsync("Space");
        await PressUntilAsync(page, "button[value=approve]");
        await Window.PictureAsync(page, "consent-keyboard");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Sign in at");

        await PressUntilAsync(page, "a[target=_blank]");
        await PersonAtCloud.GrantAsync(window, page, "bob");
        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToHaveTextAsync("Back in the client", new() { Timeout = 30_000 });
        await client.RedeemAsync(await listener!.Arrived, Stop);
        Assert.Equal(AllScopes.But("files.write"), client.GrantedScope);
        window.NoComplaints();
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    public async Task An_app_with_a_private_scheme_is_opened_from_a_last_page(Look look)
    {
        using var app = new ScriptedClient(host!.Url)
        {
            Name = "Cursor",
            RedirectUri = "cursor://anysphere.cursor-mcp/oauth/callback",
        };
        await app.RegisterAsync(Stop);
        await using var window = await browser.OpenAsync(look);
        var page = await window.OpenAsync(app.NewAuthorizationUrl());
        await Window.PictureAsync(page, $"consent-app-{look}");
        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();
        await PersonAtCloud.GrantAsync(window, page, "alice");

        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToHaveTextAsync("You are signed in", new() { Timeout = 30_000 });
        await Window.PictureAsync(page, $"finished-{look}");
        var link = await page.Locator("a.button").GetAttributeAsync("href");
        Assert.StartsWith("cursor://anysphere.cursor-mcp/oauth/callback?state=", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.RedeemAsync(new Uri(link!), Stop)).Status);
        app.Secrets.Check(host.Log);
        window.NoComplaints();
    }

    public async ValueTask DisposeAsync()
    {
        await host!.DisposeAsync();
        await listener!.DisposeAsync();
        client!.Secrets.Check(host.Log);
        client.Dispose();
    }

    private static async Task PressUntilAsync(IPage page, string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {selector}.");
    }

    private async Task<IPage> WaitingAsync(Window window)
    {
        var page = await window.OpenAsync(client!.NewAuthorizationUrl());
        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToContainTextAsync("Sign in at");
        return page;
    }

    private async Task RefusedAsync(IPage page)
    {
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToHaveTextAsync("Back in the client");
        var answer = HttpUtility.ParseQueryString((await listener!.Arrived).Query);
        Assert.Equal("access_denied", answer["error"]);
        Assert.Equal(host!.Url, answer["iss"]);
    }
}
