namespace Gatehouse.Nextcloud.Transport;

/// <summary>
/// Asks several things at once, at most four: each waits for the cloud, and the cloud serves others too. The first error ends all of them, and
/// none goes on behind the back of whoever asked.
/// </summary>
public static class SideBySide
{
    private const int AtOnce = 4;

    /// <summary>Asks the same of several places. The answers are in the order of the places.</summary>
    public static async Task<IReadOnlyList<TAnswer>> AskAsync<TPlace, TAnswer>(
        IReadOnlyList<TPlace> places,
        Func<TPlace, CancellationToken, Task<TAnswer>> ask,
        CancellationToken cancellationToken
    )
    {
        var answers = new TAnswer[places.Count];
        await Parallel.ForAsync(
            0,
            places.Count,
            Bounded(cancellationToken),
            async (index, token) => answers[index] = await ask(places[index], token)
        );
        return answers;
    }

    /// <summary>Asks two different things.</summary>
    public static async Task<(TFirst First, TSecond Second)> AskAsync<TFirst, TSecond>(
        Func<CancellationToken, Task<TFirst>> first,
        Func<CancellationToken, Task<TSecond>> second,
        CancellationToken cancellationToken
    )
    {
        var answers = (First: default(TFirst)!, Second: default(TSecond)!);
        Func<CancellationToken, Task>[] asks =
        [
            async token => answers.First = await first(token),
            async token => answers.Second = await second(token),
        ];
        await Parallel.ForEachAsync(asks, Bounded(cancellationToken), static (ask, token) => new ValueTask(ask(token)));
        return answers;
    }

    private static ParallelOptions Bounded(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
}
