using System.Text.Json.Nodes;
using Gatehouse.Testing.Clients;
using Gatehouse.Testing.Hosts;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>A person who types the code of a device into a real browser.</summary>
public sealed class DevicePagesTests(RealBrowser browser) : IClassFixture<RealBrowser>, IAsyncLifetime
{
    private readonly HttpClient http = new();
    private GatehouseHost? host;
    private ScriptedClient? client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await GatehouseHost.StartAsync(null, Stop);
        client = new ScriptedClient(host.Url) { Name = "Television" };
        await client.RegisterAsync(Stop);
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    [InlineData(Look.NoScript)]
    public async Task Connects_the_device(Look look)
    {
        var device = await PostAsync("/device_authorization", new() { ["client_id"] = client!.ClientId });
        await using var window = await browser.OpenAsync(look);
        var page = await window.OpenAsync((string)device["verification_uri"]!);
        await page.GetByLabel("Code").FillAsync(((string)device["user_code"]!).ToLowerInvariant());
        await Window.PictureAsync(page, $"device-{look}");
        await PersonAtCloud.Button(page, "Go on").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Television");
        await Window.PictureAsync(page, $"device-consent-{look}");
        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();
        await PersonAtCloud.GrantAsync(window, page, "alice");

        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToHaveTextAsync("You are signed in", new() { Timeout = 30_000 });
        await Window.PictureAsync(page, $"device-ended-{look}");
        var tokens = await PostAsync(
            "/token",
            new()
            {
                ["grant_type"] = "urn:ietf:params:oauth:grant-type:device_code",
                ["device_code"] = (string)device["device_code"]!,
                ["client_id"] = client.ClientId,
            }
        );
        client.AccessToken = (string)tokens["access_token"]!;
        Assert.Contains("create_note", await client.ListToolsAsync(Stop));
        window.NoComplaints();
    }

    [Fact]
    public async Task Mistypes_it()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        var page = await window.OpenAsync(host!.Url + "/device?user_code=BCDF-GHJK");
        await PersonAtCloud.Button(page, "Go on").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No device waits");
        await Window.PictureAsync(page, "device-unknown");
        window.NoComplaints();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host!.DisposeAsync();
        client!.Dispose();
    }

    private async Task<JsonNode> PostAsync(string path, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(new Uri(host!.Url + path), content, Stop);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
    }
}
