using System.Collections.Concurrent;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Facts;

/// <summary>Keeps something about each person for a while, asks for it once however many want it at the same time, and stays bounded.</summary>
/// <param name="time">The clock.</param>
/// <param name="lifetime">How long it is believed.</param>
/// <param name="most">How many people are kept.</param>
internal sealed class PersonCache<T>(TimeProvider time, TimeSpan lifetime, int most = 10_000)
{
    private readonly ConcurrentDictionary<(CloudAddress, string), Kept> people = new();

    // Striped: a gate for each person would have to be taken away with them.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>What is known; asked for when nothing is, or when it is too old. A failure is not kept.</summary>
    public async ValueTask<T> GetAsync(
        NextcloudAccount account,
        Func<CancellationToken, Task<T>> load,
        CancellationToken cancellationToken
    )
    {
        var key = (account.Cloud, account.UserId);
        if (Fresh(key) is { } known)
            return known.Value;

        var gate = gates[(uint)key.GetHashCode() % gates.Length];
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (Fresh(key) is { } meanwhile)
                return meanwhile.Value;

            var value = await load(cancellationToken);
            people[key] = new Kept(value, time.GetUtcNow());
            if (people.Count > most)
                Shrink();
            return value;
        }
        finally
        {
            _ = gate.Release();
        }
    }

    /// <summary>Forgets one person.</summary>
    public void Forget(NextcloudAccount account) => people.TryRemove((account.Cloud, account.UserId), out _);

    private Kept? Fresh((CloudAddress, string) key) =>
        people.TryGetValue(key, out var kept) && time.GetUtcNow() - kept.Since < lifetime ? kept : null;

    private void Shrink()
    {
        foreach (var (key, _) in people.OrderBy(one => one.Value.Since).Take(most / 10))
            _ = people.TryRemove(key, out _);
    }

    private sealed record Kept(T Value, DateTimeOffset Since);
}
