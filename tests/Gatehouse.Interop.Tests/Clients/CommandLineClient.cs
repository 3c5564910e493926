using System.Diagnostics;
using System.Text.Json.Nodes;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>A real client that is a program: it opens the browser itself, and speaks on its streams.</summary>
internal sealed class CommandLineClient : IDisposable
{
    private readonly Process process;
    private readonly CapturedLog errors = new();
    private readonly BrowserStub browser;
    private int lastId;

    private CommandLineClient(Process process, BrowserStub browser)
    {
        this.process = process;
        this.browser = browser;
        process.ErrorDataReceived += (_, line) => errors.Add(line.Data ?? "");
        process.Start();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts a script of an installed client with Node.js.</summary>
    public static CommandLineClient Start(
        string client,
        string script,
        IEnumerable<string> arguments,
        BrowserStub browser,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var folder = ClientFolder.Of(client);
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "node_modules", script), .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = browser.Home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        browser.Equip(start);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new CommandLineClient(new Process { StartInfo = start }, browser);
    }

    /// <summary>Sends a JSON-RPC request and gives its result.</summary>
    public async Task<JsonObject> RequestAsync(string method, JsonObject values, CancellationToken cancellationToken)
    {
        var id = ++lastId;
        await SendAsync(
            new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = id,
                ["method"] = method,
                ["params"] = values,
            },
            cancellationToken
        );
        while (await OrFailureAsync(process.StandardOutput.ReadLineAsync(cancellationToken).AsTask()) is { } line)
        {
            var message = JsonNode.Parse(line)!.AsObject();
            if ((int?)message["id"] == id && message["method"] is null)
            {
                return message["result"]?.AsObject()
                    ?? throw new InvalidOperationException($"{method}: {line}\n{errors.Tail}");
            }
        }

        throw new InvalidOperationException($"{method}: the client ended.\n{errors.Tail}");
    }

    /// <summary>Sends a JSON-RPC notification.</summary>
    public Task NotifyAsync(string method, CancellationToken cancellationToken) =>
        SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method }, cancellationToken);

    /// <summary>Waits for the end and gives what it printed; throws when it ended with an error.</summary>
    public async Task<string> OutputAsync(CancellationToken cancellationToken)
    {
        process.StandardInput.Close();
        var output = await OrFailureAsync(process.StandardOutput.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"Exit code {process.ExitCode}.\n{output}\n{errors.Tail}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private async Task SendAsync(JsonObject message, CancellationToken cancellationToken) =>
        await process.StandardInput.WriteLineAsync(message.ToJsonString().AsMemory(), cancellationToken);

    private async Task<T> OrFailureAsync<T>(Task<T> work) =>
        await Task.WhenAny(work, browser.Failed) == work
            ? await work
            : throw new InvalidOperationException(
                $"The person did not get through.\n{errors.Tail}",
                await browser.Failed
            );
}
