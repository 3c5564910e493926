using System.Net;
using System.Text;
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
    public async Task A_person_switches_a_permission_off_and_on_again_and_disconnects(Look look)
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
        await page.Locator("section input[value='files.write']").UncheckAsync();
        await Window.PictureAsync(page, $"connections-open-{look}");
        await PersonAtCloud.Button(page, "Save").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Changed");
        Assert.Contains("read_file", await client!.ListToolsAsync(Stop));
        Assert.DoesNotContain("write_file", await client.ListToolsAsync(Stop));

        await page.GetByText("Change or disconnect").ClickAsync();
        await page.Locator("section input[value='files.write']").CheckAsync();
        await PersonAtCloud.Button(page, "Save").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Changed");
        Assert.Contains("write_file", await client.ListToolsAsync(Stop));

        await page.GetByText("Change or disconnect").ClickAsync();
        await PersonAtCloud.Button(page, "Disconnect").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Disconnected");
        await Window.PictureAsync(page, $"connections-empty-{look}");
        Assert.NotEqual(HttpStatusCode.OK, (await client.RefreshAsync(Stop)).Status);

        await PersonAtCloud.Button(page, "Sign out of this page").ClickAsync();
        await Assertions.Expect(PersonAtCloud.Heading(page)).ToHaveTextAsync("Your connections");
        window.NoComplaints();
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    [InlineData(Look.NoScript)]
    public async Task A_person_makes_a_token_for_a_client_that_can_only_send_a_header(Look look)
    {
        await using var window = await browser.OpenAsync(look);
        var page = await window.OpenAsync(host!.Url + "/connections");
        await PersonAtCloud.Button(page, "Sign in").ClickAsync();
        await PersonAtCloud.GrantAsync(window, page, "alice");
        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToContainTextAsync("Connected as", new() { Timeout = 30_000 });

        await page.GetByText("Make a token").ClickAsync();
        await page.GetByLabel("Its name").FillAsync("Nightly backup");
        await page.Locator("details input[value='notes.read']").CheckAsync();
        await page.GetByLabel("It ends after").SelectOptionAsync("90");
        await Window.PictureAsync(page, $"token-form-{look}");
        await PersonAtCloud.Button(page, "Sign in and make the token").ClickAsync();
        await PersonAtCloud.GrantAsync(window, page, "alice");
        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToHaveTextAsync("Your token “Nightly backup”", new() { Timeout = 30_000 });
        await Window.PictureAsync(page, $"token-{look}");
        var token = await page.Locator("#token").InnerTextAsync();
        Assert.Equal(HttpStatusCode.OK, await CallAsync(token));

        await page.GetByText("I have copied it").ClickAsync();
        await Window.PictureAsync(page, $"connections-token-{look}");
        await page.GetByText("Change or revoke").ClickAsync();
        await PersonAtCloud.Button(page, "Revoke").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Disconnected");
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(token));
        window.NoComplaints();
    }

    public async ValueTask DisposeAsync()
    {
        await host!.DisposeAsync();
        await listener!.DisposeAsync();
        client!.Secrets.Check(host.Log);
        client.Dispose();
    }

    private async Task<HttpStatusCode> CallAsync(string token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host!.Url + "/mcp");
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Content = new StringContent(
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"backup","version":"1"}}}
            """,
            Encoding.UTF8,
            "application/json"
        );
        using var answer = await http.SendAsync(request, Stop);
        return answer.StatusCode;
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
