using System.Collections.Concurrent;
using Gatehouse.Interop.Tests.Clients;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>A browser window: its tabs, and everything the pages wrote to the console.</summary>
internal sealed class Window(IBrowserContext context) : IAsyncDisposable
{
    private static readonly string[] harmless =
    [
        // A page that says what went wrong.
        "Failed to load resource: the server responded with a status of 4",
        // The test typed before the browser had put the cursor into the field.
        "Autofocus processing was blocked because a document already has a focused element",
    ];

    private readonly ConcurrentQueue<string> complaints = new();

    /// <summary>Opens a tab at an address.</summary>
    public async Task<IPage> OpenAsync(string url)
    {
        Listen();
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        return page;
    }

    /// <summary>Presses a link that opens a tab of its own.</summary>
    public async Task<IPage> FollowAsync(ILocator link)
    {
        var tab = await context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await tab.WaitForLoadStateAsync();
        return tab;
    }

    /// <summary>No page complained: no violation of its policy, no script error, nothing that could not be loaded.</summary>
    public void NoComplaints() => Assert.Empty(complaints);

    /// <summary>Takes a picture into artifacts/screenshots, to be looked at.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        var file = Path.Combine(ClientFolder.Root(), "artifacts", "screenshots", name + ".png");
        await page.ScreenshotAsync(new() { Path = file, FullPage = true });
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Listen()
    {
        context.Console -= OnConsole;
        context.Console += OnConsole;
        context.WebError -= OnError;
        context.WebError += OnError;
    }

    private void OnConsole(object? sender, IConsoleMessage message)
    {
        if (!harmless.Any(beginning => message.Text.StartsWith(beginning, StringComparison.Ordinal)))
        {
            complaints.Enqueue($"{message.Type}: {message.Text}");
        }
    }

    private void OnError(object? sender, IWebError error) => complaints.Enqueue(error.Error);
}
