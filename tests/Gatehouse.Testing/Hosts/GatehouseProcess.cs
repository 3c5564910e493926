using System.Diagnostics;
using System.Net.Sockets;

namespace Gatehouse.Testing.Hosts;

/// <summary>
/// The real executable as its own process on free loopback ports and with its own data folder: <c>gatehouse demo</c>, or
/// <c>gatehouse nextcloud</c> with a cloud that outlives it. It can be killed as a power cut would and started again on the same data.
/// </summary>
public sealed class GatehouseProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);

    private readonly string folder = Directory.CreateTempSubdirectory("gatehouse-process-").FullName;
    private Process? process;

    private readonly string[] arguments;
    private readonly IReadOnlyDictionary<string, string?> settings;

    private GatehouseProcess(int port, string? cloud, IReadOnlyDictionary<string, string?> settings)
    {
        this.settings = settings;
        Url = $"http://127.0.0.1:{port}";
        CloudUrl = cloud ?? $"http://127.0.0.1:{port + 1}";
        string[] verb = cloud is null ? ["demo"] : ["nextcloud", "--cloud", cloud];
        Data = Path.Combine(folder, "data");
        arguments = [.. verb, "--urls", Url, "--data", Data];
    }

    /// <summary>The executable that was built together with the running tests, in the same configuration.</summary>
    public static string Executable { get; } = FindExecutable();

    /// <summary>Its public origin.</summary>
    public string Url { get; }

    /// <summary>Its data folder.</summary>
    public string Data { get; }

    /// <summary>The MCP endpoint.</summary>
    public string Mcp => Url + "/mcp";

    /// <summary>The cloud behind it.</summary>
    public string CloudUrl { get; }

    /// <summary>What it wrote to both streams, over restarts.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>Starts <c>gatehouse demo</c>; it is ready when this returns.</summary>
    public static Task<GatehouseProcess> StartAsync(CancellationToken cancellationToken) =>
        StartAsync(cloud: null, cancellationToken);

    /// <summary>Starts <c>gatehouse nextcloud</c> before a cloud, or the demo for none; it is ready when this returns.</summary>
    /// <param name="cloud">Its address; null for the demo.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="settings">Settings by their keys, such as <c>IdentityProviders:0:Issuer</c>; they come by the environment.</param>
    /// <param name="port">Its port, where it must be known before; null for any.</param>
    public static async Task<GatehouseProcess> StartAsync(
        string? cloud,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? settings = null,
        int? port = null
    )
    {
        var started = new GatehouseProcess(
            port ?? LoopbackPorts.Take(2),
            cloud,
            settings ?? new Dictionary<string, string?>()
        );
        try
        {
            await started.StartAgainAsync(cancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>kill -9; it is gone when this returns.</summary>
    public async Task KillAsync()
    {
        if (process is { } running)
        {
            process = null;
            running.Kill();
            await running.WaitForExitAsync(CancellationToken.None);
            running.Dispose();
        }
    }

    /// <summary>Starts it again on the same ports and data.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        process = Start();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(StartTime);
        await ReadyAsync(process, deadline.Token);
    }

    /// <summary>Kills it and starts it again.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await KillAsync();
        await StartAgainAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Process Start()
    {
        var started = new Process
        {
            StartInfo = new ProcessStartInfo(Executable, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,

                // No test looks for the internet.
                Environment = { ["GATEHOUSE_ClientMetadataDocuments"] = "off" },
            },
        };
        foreach (var (key, value) in settings)
        {
            started.StartInfo.Environment["GATEHOUSE_" + key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        started.OutputDataReceived += (_, line) => Write(line.Data);
        started.ErrorDataReceived += (_, line) => Write(line.Data);
        started.Start();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private void Write(string? line)
    {
        if (line is not null)
        {
            Log.Add(line);
        }
    }

    // Readiness is asked, not told: the health endpoint is what a supervisor would ask.
    private async Task ReadyAsync(Process started, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await pause.WaitForNextTickAsync(cancellationToken))
        {
            if (started.HasExited)
            {
                throw new InvalidOperationException($"gatehouse ended with code {started.ExitCode}:\n{Log.Tail}");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri(Url + "/health/ready"), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException problem) when (problem.InnerException is SocketException or IOException)
            {
                // Not listening yet.
            }
        }
    }

    // .../artifacts/bin/<tests>/<configuration>/ beside .../artifacts/bin/Gatehouse/<configuration>/.
    private static string FindExecutable()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var file = Path.Combine(own.Parent!.Parent!.FullName, "Gatehouse", own.Name, "gatehouse");
        return File.Exists(file)
            ? file
            : throw new FileNotFoundException($"Build src/Gatehouse in configuration '{own.Name}' first.", file);
    }
}
