using System.Globalization;

namespace Gatehouse.Bench.Report;

/// <summary>What other processes of this machine use from a moment on. Ours are this one and every process it started that has ended.</summary>
internal sealed class Neighbours
{
    // Above it, times say more about the neighbours than about us.
    private const double QuietShare = 0.1;

    private readonly long total = Total();
    private readonly long others = Others();

    /// <summary>Their share of all cores so far. The kernel counts processes finer than the machine, so it may be off by a few hundredths.</summary>
    public double Share => Math.Max(0, (double)(Others() - others) / Math.Max(1, Total() - total));

    public static bool AreQuiet(double share) => share <= QuietShare;

    public static async Task<double> ShareOfNextAsync(TimeSpan duration)
    {
        var neighbours = new Neighbours();
        await Task.Delay(duration);
        return neighbours.Share;
    }

    private static long Total() => Machine().Sum();

    // proc(5): all of the machine but idle and iowait, less utime, stime, cutime and cstime of this process. A process's times
    // hold the interrupts and the steal that fell into them, so the machine's must too.
    private static long Others()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var own = Numbers(stat[(stat.LastIndexOf(')') + 3)..]).Skip(10).Take(4).Sum();
        return Total() - Machine().Skip(3).Take(2).Sum() - own;
    }

    private static IEnumerable<long> Machine() => Numbers(File.ReadLines("/proc/stat").First()["cpu".Length..]).Take(8);

    private static IEnumerable<long> Numbers(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => long.Parse(number, CultureInfo.InvariantCulture));
}
