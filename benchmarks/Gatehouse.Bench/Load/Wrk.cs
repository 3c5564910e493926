using System.Diagnostics;
using System.Globalization;

namespace Gatehouse.Bench.Load;

/// <summary>wrk with one thread and 32 connections: a load generator that costs little beside the server on the same cores.</summary>
internal static class Wrk
{
    public const int Connections = 32;

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "load.lua");

    public static async Task<LoadResult> RunAsync(string url, LoadRequest request, TimeSpan duration)
    {
        // It knows whole seconds only.
        var seconds = Math.Max(1, (int)duration.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(
            "wrk",
            ["-t1", $"-c{Connections}", $"-d{seconds}s", "-s", Script, url + request.Path]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["BENCH_METHOD"] = request.Method;
        start.Environment["BENCH_HEADERS"] = string.Join('\n', request.Headers);
        if (request.Body is not null)
        {
            start.Environment["BENCH_BODY"] = request.Body;
        }

        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return Read(output);
    }

    private static LoadResult Read(string output)
    {
        var line =
            output.Split('\n').FirstOrDefault(line => line.StartsWith("RESULT ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk said nothing of a result:\n{output}");
        var numbers = line.Split(' ')[1..].Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return new LoadResult(
            numbers[0],
            TimeSpan.FromMicroseconds(numbers[1]),
            TimeSpan.FromMicroseconds(numbers[2]),
            TimeSpan.FromMicroseconds(numbers[3]),
            numbers[4]
        );
    }
}
