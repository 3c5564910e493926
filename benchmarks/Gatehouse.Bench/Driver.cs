using Gatehouse.Bench.Measures;
using Gatehouse.Bench.Report;

namespace Gatehouse.Bench;

/// <summary>Measures everything and prints the report; with <c>--write</c> it also becomes docs/performance.md. Started by <c>./bench</c> at the root.</summary>
internal static class Driver
{
    private const int Failure = 1;
    private const int Misused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var (quick, write) = (args.Contains("--quick"), args.Contains("--write"));
        if (args.FirstOrDefault(argument => argument is not ("--quick" or "--write")) is { } unknown)
        {
            return Say(Misused, $"unknown argument '{unknown}' (known: --quick, --write)");
        }

        if (quick && write)
        {
            return Say(Misused, "--quick is no measurement, so it is not written down");
        }

        var machine = await Machine.ReadAsync();
        if (write && !machine.IsQuiet)
        {
            return Say(
                Failure,
                $"other processes use {machine.BusyShare:P0} of this machine; --write wants a quiet one"
            );
        }

        var report = await MeasureAsync(quick ? Plan.Quick : Plan.Full, machine);
        await Console.Out.WriteAsync(Page.Of(report));
        if (write)
        {
            await File.WriteAllTextAsync(Page.File, Page.Of(report));
            Progress.Say($"wrote {Page.File}");
        }

        return !report.IsMeasurement || report.Targets.All(target => target.IsMet) ? 0 : Failure;
    }

    private static async Task<BenchReport> MeasureAsync(Plan plan, Machine machine)
    {
        // In the build folder and not in the system's temporary one, which may be in memory: the database has to be on a disk.
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "run"));
        Remove(folder);
        Directory.CreateDirectory(folder);
        try
        {
            return new BenchReport(
                plan,
                machine,
                await RequestPath.MeasureAsync(plan, folder),
                await DurableRefresh.MeasureAsync(plan, folder),
                DiskFlush.MeasureMicroseconds(folder),
                await StartUp.MeasureAsync(plan, folder),
                await IdleMemory.MeasureAsync(plan, folder),
                await CachedTokens.MeasureAsync(plan, folder)
            );
        }
        finally
        {
            Remove(folder);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Say(int code, string problem)
    {
        Console.Error.WriteLine($"bench: {problem}");
        return code;
    }
}
