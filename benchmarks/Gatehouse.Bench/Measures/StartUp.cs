using System.Globalization;

namespace Gatehouse.Bench.Measures;

/// <summary>The built executable, from the start of the process to the first 200 of <c>/health/live</c>.</summary>
internal static class StartUp
{
    /// <summary>Milliseconds with an empty data folder (keys and schema are made) and with the one of the start before.</summary>
    public static async Task<(Samples Empty, Samples Again)> MeasureAsync(Plan plan, string folder)
    {
        List<double> empty = [];
        List<double> again = [];
        for (var start = 1; start <= plan.Starts; start++)
        {
            Progress.Say($"start-up {start} of {plan.Starts}");
            var data = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"start-{start}"));
            empty.Add(await StartAsync(data));
            again.Add(await StartAsync(data));
        }

        return (new Samples(empty), new Samples(again));
    }

    private static async Task<double> StartAsync(string data)
    {
        await using var server = await GatehouseExecutable.StartAsync(data);
        return server.StartedIn.TotalMilliseconds;
    }
}
