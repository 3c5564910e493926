using Gatehouse.Bench.Load;
using Gatehouse.Bench.Servers;

namespace Gatehouse.Bench.Measures;

/// <summary>
/// Whole sign-ins at an OpenID Connect provider, beside those where the person is known at once: the difference is what a provider adds. The provider is
/// another process, so that what is counted is the broker's work alone.
/// </summary>
internal static class BrokerSignIn
{
    public const int Callers = 4;

    public static async Task<IReadOnlyList<LoadedRow>> MeasureAsync(Plan plan, string folder)
    {
        await using var provider = await ServerProcess.StartVariantAsync("provider", folder);
        await BrokerServices.PointAtAsync(provider.Url, folder);
        await using var plain = await ServerProcess.StartVariantAsync("gatehouse-sqlite", folder);
        await using var broker = await ServerProcess.StartVariantAsync("broker", folder);
        (string Title, ServerProcess Server, SignInLoad Load, List<LoadedRound> Rounds)[] rows =
        [
            ("sign-in without a provider, SQLite, synchronous=FULL", plain, new(plain.Client, Callers), []),
            ("sign-in at a provider, SQLite, synchronous=FULL", broker, new(broker.Client, Callers), []),
        ];
        foreach (var (title, _, load, _) in rows)
        {
            Progress.Say($"warming up: {title}");
            await load.RunAsync(plan.WarmUp);
        }

        for (var round = 1; round <= plan.Rounds; round++)
        {
            foreach (var (title, server, load, rounds) in rows)
            {
                Progress.Say($"{title}, round {round} of {plan.Rounds}");
                rounds.Add(await LoadedRound.MeasureAsync(server, () => load.RunAsync(plan.Round)));
            }
        }

        return [.. rows.Select(row => new LoadedRow(row.Title, row.Rounds, row.Server.ResidentMebibytes))];
    }
}
