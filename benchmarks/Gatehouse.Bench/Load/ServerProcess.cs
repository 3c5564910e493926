using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gatehouse.Bench.Load;

/// <summary>A server in a process of its own on a loopback port, with what the system says about it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private ServerProcess(Process process, string url, TimeSpan startedIn)
    {
        this.process = process;
        Url = url;
        StartedIn = startedIn;
        Client = new HttpClient(NewHandler()) { BaseAddress = new Uri(url) };
    }

    public string Url { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartedIn { get; }

    public HttpClient Client { get; }

    /// <summary>User and system time so far. Linux counts it in steps of 10 ms.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double ResidentMebibytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    public static Task<ServerProcess> StartVariantAsync(string name, string folder) =>
        StartAsync(Environment.ProcessPath!, url => ["serve", name, url, folder]);

    /// <summary>Starts an executable and waits for the first 200 of a page.</summary>
    public static async Task<ServerProcess> StartAsync(
        string executable,
        Func<string, IEnumerable<string>> arguments,
        string page = "/health/live"
    )
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(executable, arguments(url))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var probe = new HttpClient(NewHandler()) { BaseAddress = new Uri(url) };
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        while (!await IsLiveAsync(probe, page))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"{Path.GetFileName(executable)} does not answer at {url}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2));
        }

        return new ServerProcess(process, url, Stopwatch.GetElapsedTime(began));
    }

    public async Task<long> ReadNumberAsync(string path) =>
        long.Parse(await Client.GetStringAsync(new Uri(path, UriKind.Relative)), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static SocketsHttpHandler NewHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        };

    private static async Task<bool> IsLiveAsync(HttpClient probe, string page)
    {
        try
        {
            using var answer = await probe.GetAsync(new Uri(page, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
