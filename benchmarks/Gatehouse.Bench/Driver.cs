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

        if (
            write
            && await Neighbours.ShareOfNextAsync(TimeSpan.FromSeconds(3)) is var share
            && !Neighbours.AreQuiet(share)
        )
        {
            return Say(Failure, $"other processes use {share:P0} of this machine; --write wants a quiet one");
        }

        var report = await MeasureAsync(quick ? Plan.Quick : Plan.Full);
        await Console.Out.WriteAsync(Page.Of(report));
        if (write && !report.IsMeasurement)
        {
            return Say(
                Failure,
                $"other processes used {report.Neighbours:P0} of this machine meanwhile; nothing was written"
            );
        }

        if (write)
        {
            await File.WriteAllTextAsync(Page.File, Page.Of(report));
            Progress.Say($"wrote {Page.File}");
        }

        return !report.IsMeasurement || report.Targets.All(target => target.IsMet) ? 0 : Failure;
    }

    private static async Task<BenchReport> MeasureAsync(Plan plan)
    {
        // In the build folder and not in the system's temporary one, which may be in memory: the database has to be on a disk.
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "run"));
        Remove(folder);
        var neighbours = new Neighbours();
        Directory.CreateDirectory(folder);
        try
        {
            return new BenchReport(
                plan,
                await Machine.ReadAsync(),
                await RequestPath.MeasureAsync(plan, Own(nameof(RequestPath))),
                await DurableRefresh.MeasureAsync(plan, Own(nameof(DurableRefresh))),
                await BrokerSignIn.MeasureAsync(plan, Own(nameof(BrokerSignIn))),
                await ToolCalls.MeasureAsync(plan, Own(nameof(ToolCalls))),
                DiskFlush.MeasureMicroseconds(folder),
                await StartUp.MeasureAsync(plan, Own(nameof(StartUp))),
                await IdleMemory.MeasureAsync(plan, Own(nameof(IdleMemory))),
                await CachedTokens.MeasureAsync(plan, Own(nameof(CachedTokens))),
                neighbours.Share
            );
        }
        finally
        {
            Remove(folder);
        }

        // A store belongs to one server and its keys.
        string Own(string measure) => Directory.CreateDirectory(Path.Combine(folder, measure)).FullName;
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
