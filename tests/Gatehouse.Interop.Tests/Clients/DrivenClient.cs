using System.Diagnostics;
using System.Text.Json.Nodes;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>A real SDK client in its own Node.js process, told what to do by lines of JSON (clients/shared/session.mjs).</summary>
internal sealed class DrivenClient : IDisposable
{
    private readonly Process process;
    private readonly CapturedLog errors = new();
    private readonly PersonAtBrowser person;
    private readonly NoSecrets secrets;
    private int lastId;

    private DrivenClient(Process process, PersonAtBrowser person, NoSecrets secrets)
    {
        this.process = process;
        this.person = person;
        this.secrets = secrets;
        process.ErrorDataReceived += (_, line) => errors.Add(line.Data ?? "");
        process.Start();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts one.</summary>
    /// <param name="client">Its folder, such as <c>sdk-1.32.2</c>.</param>
    /// <param name="arguments">The MCP endpoint, then what else the driver takes.</param>
    /// <param name="person">Whose browser it opens.</param>
    /// <param name="secrets">Where its secrets are written down.</param>
    public static DrivenClient Start(
        string client,
        IEnumerable<string> arguments,
        PersonAtBrowser person,
        NoSecrets secrets
    ) =>
        new(
            new Process
            {
                StartInfo = new ProcessStartInfo("node", ["driver.mjs", .. arguments])
                {
                    UseShellExecute = false,
                    WorkingDirectory = ClientFolder.Of(client),
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                },
            },
            person,
            secrets
        );

    /// <summary>Does a command and gives its result; a sign-in it needs on the way is done by the person.</summary>
    public async Task<JsonNode?> DoAsync(string command, CancellationToken cancellationToken, JsonObject? values = null)
    {
        var line = values ?? [];
        line["id"] = ++lastId;
        line["command"] = command;
        await process.StandardInput.WriteLineAsync(line.ToJsonString().AsMemory(), cancellationToken);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } said)
        {
            var message = JsonNode.Parse(said)!.AsObject();
            if ((string?)message["secret"] is { } secret)
            {
                secrets.Add((string)message["kind"]!, secret);
            }
            else if ((string?)message["open"] is { } url)
            {
                await person.OpenAsync(url, cancellationToken);
            }
            else if ((int?)message["id"] == lastId)
            {
                return (string?)message["error"] is { } error
                    ? throw new InvalidOperationException($"{command}: {error}\n{errors.Tail}")
                    : message["result"];
            }
        }

        throw new InvalidOperationException($"{command}: the client ended.\n{errors.Tail}");
    }

    /// <summary>Calls a tool and gives its structured answer; throws when the tool says that it failed.</summary>
    public async Task<JsonObject> CallAsync(string tool, JsonObject values, CancellationToken cancellationToken)
    {
        var call = new JsonObject { ["name"] = tool, ["arguments"] = values };
        var result = (await DoAsync("call", cancellationToken, call))!.AsObject();
        return (bool?)result["isError"] == true
            ? throw new InvalidOperationException($"{tool}: {result.ToJsonString()}")
            : result["structuredContent"]!.AsObject();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
