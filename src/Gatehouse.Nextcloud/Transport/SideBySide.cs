namespace Gatehouse.Nextcloud.Transport;

/// <summary>Asks the same of several places, four at once: each waits for the cloud, and the cloud serves others too.</summary>
public static class SideBySide
{
    private const int AtOnce = 4;

    /// <summary>The answers, in the order of the places. The first error ends it.</summary>
    public static async Task<IReadOnlyList<TAnswer>> AskAsync<TPlace, TAnswer>(
        IReadOnlyList<TPlace> places,
        Func<TPlace, CancellationToken, Task<TAnswer>> ask,
        CancellationToken cancellationToken
    )
    {
        var answers = new TAnswer[places.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(
            0,
            places.Count,
            options,
            async (index, token) => answers[index] = await ask(places[index], token)
        );
        return answers;
    }
}
