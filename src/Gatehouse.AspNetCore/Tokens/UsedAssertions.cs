using System.Collections.Concurrent;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>RFC 7523 §3: remembers each assertion until its time is over. Only verified ones come here, so nobody but a client's owner can fill it.</summary>
internal sealed class UsedAssertions(TimeProvider time) : IHousekeeping
{
    private readonly ConcurrentDictionary<TokenHash, DateTimeOffset> used = new();

    public TimeSpan Interval => TimeSpan.FromMinutes(5);

    /// <summary>False when it was used before.</summary>
    public bool TryUse(UsedAssertion assertion) => used.TryAdd(assertion.Hash, assertion.Until);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var (hash, _) in used.Where(entry => entry.Value <= now))
        {
            used.TryRemove(hash, out _);
        }

        return Task.CompletedTask;
    }
}
