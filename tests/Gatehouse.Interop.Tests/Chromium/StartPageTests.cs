using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>The page of somebody who opens the address of the server in a browser.</summary>
public sealed class StartPageTests(RunningDemo demo, RealBrowser browser)
    : IClassFixture<RunningDemo>,
        IClassFixture<RealBrowser>
{
    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    public async Task Says_how_to_connect_a_client(Look look)
    {
        await using var window = await browser.OpenAsync(look);

        var page = await window.OpenAsync(demo.Gatehouse.Url + "/");

        await Window.PictureAsync(page, $"start-{look}");
        await Assertions
            .Expect(page.Locator("main"))
            .ToContainTextAsync($"claude mcp add --transport http nextcloud {demo.Gatehouse.Mcp}");
        window.NoComplaints();
    }
}
