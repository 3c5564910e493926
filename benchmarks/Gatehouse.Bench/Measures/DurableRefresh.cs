using Gatehouse.Bench.Load;

namespace Gatehouse.Bench.Measures;

/// <summary>Rotations of refresh tokens that are on the disk before they are answered.</summary>
internal static class DurableRefresh
{
    public const int Callers = 32;

    public static async Task<LoadedRow> MeasureAsync(Plan plan, string folder)
    {
        await using var server = await ServerProcess.StartVariantAsync("gatehouse-sqlite", folder);
        Progress.Say("warming up: refresh");
        var load = await RefreshLoad.SignInAsync(server.Client, Callers);
        await load.RunAsync(plan.WarmUp);
        List<LoadedRound> rounds = [];
        for (var round = 1; round <= plan.Rounds; round++)
        {
            Progress.Say($"refresh, round {round} of {plan.Rounds}");
            rounds.Add(await LoadedRound.MeasureAsync(server, () => load.RunAsync(plan.Round)));
        }

        return new LoadedRow("refresh, SQLite, synchronous=FULL", rounds, server.ResidentMebibytes);
    }
}
