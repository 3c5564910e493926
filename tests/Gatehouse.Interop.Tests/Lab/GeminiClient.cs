using System.Globalization;
using Gatehouse.Interop.Tests.Clients;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>Gemini CLI's own code for MCP, driven by clients/shared/gemini.mjs. It refreshes by its own clock, five minutes before the end.</summary>
/// <param name="site">Where it signs in.</param>
/// <param name="version">Its version.</param>
/// <param name="keepsToken">It holds the access token it began with for as long as it is connected; a person starts it again.</param>
internal sealed class GeminiClient(LabSite site, string version, bool keepsToken) : LabClient(site)
{
    // Inside the last five minutes of a token of six.
    private static readonly TimeSpan nearTheEnd = TimeSpan.FromMinutes(2);

    private readonly CommandLineClient process = CommandLineClient.Start(
        "node",
        [Path.Combine(ClientFolder.Of($"gemini-cli-core-{version}"), "driver.mjs"), site.Mcp],
        site.Browser,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["GEMINI_FORCE_FILE_STORAGE"] = "true" }
    );
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private int? port;

    public override async Task SignInAsync(CancellationToken cancellationToken)
    {
        // Newer ones ask "Do you want to continue? [Y/n]".
        await process.WriteLineAsync("y", cancellationToken);
        await DoAsync("signIn", cancellationToken);
        await DoAsync("connect", cancellationToken);
    }

    public override Task<string> ListToolsAsync(CancellationToken cancellationToken) =>
        DoAsync("tools", cancellationToken);

    public override Task<string> CallAsync(CancellationToken cancellationToken) => DoAsync("call", cancellationToken);

    public override async Task RunOutAsync(CancellationToken cancellationToken)
    {
        Site.Time.MoveOn(nearTheEnd);
        var seconds = nearTheEnd.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        await DoAsync($"clock/{seconds}", cancellationToken);
        if (keepsToken)
        {
            await DoAsync("connect", cancellationToken);
        }
    }

    public override async Task SignInAnewAsync(CancellationToken cancellationToken)
    {
        // It says so, and the person types /mcp auth.
        await Assert.ThrowsAsync<InvalidOperationException>(() => DoAsync("call", cancellationToken));
        await SignInAsync(cancellationToken);
    }

    public override ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Dispose();
        return base.DisposeAsync();
    }

    private async Task<string> DoAsync(string command, CancellationToken cancellationToken)
    {
        port ??= int.Parse(await process.ReadLineAsync(cancellationToken), CultureInfo.InvariantCulture);
        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/{command}"), cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? text
            : throw new InvalidOperationException($"{command}: {text}\n{process.Errors.Tail}");
    }
}
