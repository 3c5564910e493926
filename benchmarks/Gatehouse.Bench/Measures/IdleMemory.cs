using System.Globalization;
using Gatehouse.Bench.Load;

namespace Gatehouse.Bench.Measures;

/// <summary>What a process holds that was started, answered once and has rested since.</summary>
internal static class IdleMemory
{
    /// <summary>Resident MiB of <c>gatehouse nextcloud</c> and of a bare process with YARP and the MCP SDK.</summary>
    public static async Task<(Samples Gatehouse, Samples Bare)> MeasureAsync(Plan plan, string folder)
    {
        List<double> gatehouse = [];
        List<double> bare = [];
        for (var round = 1; round <= Math.Min(plan.Rounds, 3); round++)
        {
            Progress.Say($"idle memory, round {round}");
            var data = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"idle-{round}"));
            await using var ours = await GatehouseExecutable.StartAsync(data);
            await using var theirs = await ServerProcess.StartVariantAsync("yarp-mcp", folder);
            await Task.Delay(plan.Idle);
            gatehouse.Add(ours.ResidentMebibytes);
            bare.Add(theirs.ResidentMebibytes);
        }

        return (new Samples(gatehouse), new Samples(bare));
    }
}
