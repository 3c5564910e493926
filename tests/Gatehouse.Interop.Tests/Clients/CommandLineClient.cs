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
    ) =>
        Start(
            "node",
            [Path.Combine(ClientFolder.Of(client), "node_modules", script), .. arguments],
            browser,
            environment
        );

    /// <summary>Starts a program.</summary>
    public static CommandLineClient Start(
        string program,
        IEnumerable<string> arguments,
        BrowserStub browser,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var start = browser.Command(program, arguments);
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

    /// <summary>Sends many JSON-RPC requests at once and gives their answers, in the order in which they come.</summary>
    public async Task<IReadOnlyList<JsonObject>> RequestManyAsync(
        string method,
        JsonObject values,
        int times,
        CancellationToken cancellationToken
    )
    {
        var first = lastId + 1;
        for (var i = 0; i < times; i++)
        {
            var request = new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = ++lastId,
                ["method"] = method,
                ["params"] = values.DeepClone(),
            };
            await SendAsync(request, cancellationToken);
        }

        var answers = new List<JsonObject>();
        while (answers.Count < times)
        {
            var message = JsonNode.Parse(await ReadLineAsync(cancellationToken))!.AsObject();
            if (message["method"] is null && (int?)message["id"] >= first)
            {
                answers.Add(message);
            }
        }

        return answers;
    }

    /// <summary>Sends a JSON-RPC notification.</summary>
    public Task NotifyAsync(string method, CancellationToken cancellationToken) =>
        SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method }, cancellationToken);

    /// <summary>Types a line.</summary>
    public async Task WriteLineAsync(string line, CancellationToken cancellationToken)
    {
        await process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await process.StandardInput.FlushAsync(cancellationToken);
    }

    /// <summary>Waits for the next line it prints.</summary>
    public async Task<string> ReadLineAsync(CancellationToken cancellationToken) =>
        await OrFailureAsync(process.StandardOutput.ReadLineAsync(cancellationToken).AsTask())
        ?? throw new InvalidOperationException($"The client ended.\n{errors.Tail}");

    /// <summary>What it wrote to its error stream until now.</summary>
    public CapturedLog Errors => errors;

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

    private async Task<T> OrFailureAsync<T>(Task<T> work)
    {
        if (await Task.WhenAny(work, browser.Failed) != work)
        {
            throw new InvalidOperationException(
                $"The person did not get through.\n{errors.Tail}",
                await browser.Failed
            );
        }

        try
        {
            return await work;
        }
        catch (OperationCanceledException problem)
        {
            throw new TimeoutException($"The client does not answer.\n{errors.Tail}", problem);
        }
    }
}
