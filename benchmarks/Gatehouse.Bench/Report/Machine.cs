using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Gatehouse.Bench.Report;

/// <summary>Where and of what was measured.</summary>
internal sealed record Machine(
    DateTimeOffset Date,
    string Commit,
    string Processor,
    int Cores,
    string System,
    string Runtime,
    double BusyShare
)
{
    /// <summary>The share of other processes above which times say more about them than about us.</summary>
    private const double QuietShare = 0.1;

    public bool IsQuiet => BusyShare <= QuietShare;

    public static async Task<Machine> ReadAsync() =>
        new(
            TimeProvider.System.GetUtcNow(),
            await CommitAsync(),
            Processors(),
            Environment.ProcessorCount,
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            await BusyShareAsync(TimeSpan.FromSeconds(3))
        );

    /// <summary>The share of all cores that is in use while this process rests.</summary>
    private static async Task<double> BusyShareAsync(TimeSpan duration)
    {
        var (busy, total) = Ticks();
        await Task.Delay(duration);
        var (busyAfter, totalAfter) = Ticks();
        return (double)(busyAfter - busy) / (totalAfter - total);
    }

    // proc(5): user nice system idle iowait irq softirq steal.
    private static (long Busy, long Total) Ticks()
    {
        var ticks = File.ReadLines("/proc/stat")
            .First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Take(8)
            .Select(text => long.Parse(text, CultureInfo.InvariantCulture))
            .ToArray();
        return (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum());
    }

    private static string Processors() =>
        File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(": ")[1]
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static async Task<string> CommitAsync()
    {
        var commit = await GitAsync("rev-parse", "--short", "HEAD");
        return await GitAsync("status", "--porcelain", "--untracked-files=no") == ""
            ? commit
            : commit + " with changes";
    }

    private static async Task<string> GitAsync(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        var output = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        return output.Trim();
    }
}
