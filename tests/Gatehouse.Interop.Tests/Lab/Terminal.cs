using System.Diagnostics;
using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>A terminal for clients that draw one: tmux, with its own server in the client's home folder.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private readonly BrowserStub browser;
    private readonly IReadOnlyDictionary<string, string> environment;

    private Terminal(BrowserStub browser, IReadOnlyDictionary<string, string> environment)
    {
        this.browser = browser;
        this.environment = environment;
    }

    /// <summary>Starts a command in one.</summary>
    public static async Task<Terminal> StartAsync(
        BrowserStub browser,
        IReadOnlyDictionary<string, string> environment,
        string command,
        CancellationToken cancellationToken
    )
    {
        var terminal = new Terminal(browser, environment);
        await terminal.TmuxAsync(
            cancellationToken,
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            "180",
            "-y",
            "50",
            $"timeout --kill-after=5 600 {command}"
        );
        return terminal;
    }

    /// <summary>What is on the screen.</summary>
    public Task<string> ScreenAsync(CancellationToken cancellationToken) =>
        TmuxAsync(cancellationToken, "capture-pane", "-p");

    /// <summary>Types words and presses Enter.</summary>
    public async Task TypeAsync(string words, CancellationToken cancellationToken)
    {
        if (words.Length > 0)
        {
            await TmuxAsync(cancellationToken, "send-keys", "-l", words);
        }

        await TmuxAsync(cancellationToken, "send-keys", "Enter");
    }

    /// <summary>Waits until the screen shows one of these words.</summary>
    public async Task WaitForAsync(CancellationToken cancellationToken, params string[] words)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        var screen = "";
        try
        {
            do
            {
                screen = await ScreenAsync(cancellationToken);
            } while (
                !words.Any(word => screen.Contains(word, StringComparison.OrdinalIgnoreCase))
                && await pause.WaitForNextTickAsync(cancellationToken)
            );
        }
        catch (OperationCanceledException problem)
        {
            throw new TimeoutException($"The screen never showed '{string.Join("' or '", words)}':\n{screen}", problem);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await TmuxAsync(CancellationToken.None, "kill-server");
        }
        catch (InvalidOperationException)
        {
            // The client ended by itself, and the server with it.
        }
    }

    private async Task<string> TmuxAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var start = browser.Command("tmux", ["-S", Path.Combine(browser.Home, "tmux"), .. arguments]);
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment.Remove("TMUX");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var tmux = Process.Start(start)!;
        var output = await tmux.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await tmux.StandardError.ReadToEndAsync(cancellationToken);
        await tmux.WaitForExitAsync(cancellationToken);
        return tmux.ExitCode == 0 ? output : throw new InvalidOperationException($"tmux: {errors}");
    }
}
