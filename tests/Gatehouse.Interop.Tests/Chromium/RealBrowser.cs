using Gatehouse.Interop.Tests.Providers;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>Debian's Chromium, driven by Playwright.</summary>
public sealed class RealBrowser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private static readonly string[] arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>No other host than this machine.</summary>
    /// <remarks>
    /// The sign-in page of npm's oidc-provider imports a font from the internet. Where that host neither answers nor
    /// refuses, the page is never loaded, and a test waits in vain for what it does not test.
    /// </remarks>
    private static readonly string[] loopbackOnly =
    [
        "--no-proxy-server",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            throw new FileNotFoundException("Chromium is not installed. Run eng/bring-tools; it names the command.");
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Executable,
                Args = LiveTenant.Of("ISSUER") is null ? [.. arguments, .. loopbackOnly] : arguments,
            }
        );
    }

    /// <summary>A window with no cookies.</summary>
    internal async Task<Window> OpenAsync(Look look) =>
        new(
            await browser!.NewContextAsync(
                new()
                {
                    JavaScriptEnabled = look != Look.NoScript,
                    ColorScheme = look == Look.Dark ? ColorScheme.Dark : ColorScheme.Light,
                    ViewportSize =
                        look == Look.Phone ? new() { Width = 360, Height = 740 } : new() { Width = 1100, Height = 800 },
                    DeviceScaleFactor = look == Look.Phone ? 2 : 1,
                    IsMobile = look == Look.Phone,
                    HasTouch = look == Look.Phone,
                }
            )
        );

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
