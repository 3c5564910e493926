using Gatehouse.Bench.Load;
using Gatehouse.Bench.Servers;

namespace Gatehouse.Bench.Measures;

/// <summary>Whole sign-ins at an OpenID Connect provider. It is another process, so that what is counted is the broker's work alone.</summary>
internal static class BrokerSignIn
{
    public const int Callers = 4;

    public static async Task<LoadedRow> MeasureAsync(Plan plan, string folder)
    {
        await using var provider = await ServerProcess.StartVariantAsync("provider", folder);
        await BrokerServices.PointAtAsync(provider.Url, folder);
        await using var broker = await ServerProcess.StartVariantAsync("broker", folder);
        Progress.Say("warming up: sign-in at a provider");
        var load = new SignInLoad(broker.Client, Callers);
        await load.RunAsync(plan.WarmUp);
        List<LoadedRound> rounds = [];
        for (var round = 1; round <= plan.Rounds; round++)
        {
            Progress.Say($"sign-in at a provider, round {round} of {plan.Rounds}");
            rounds.Add(await LoadedRound.MeasureAsync(broker, () => load.RunAsync(plan.Round)));
        }

        return new LoadedRow("sign-in at a provider, SQLite, synchronous=FULL", rounds, broker.ResidentMebibytes);
    }
}
