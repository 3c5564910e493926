using System.Collections.Concurrent;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>
/// The connections and families revoked, and the families whose scopes were switched, so recently that access tokens which say otherwise may still be
/// alive: a look into memory at each call. What other nodes and the command line did is read every two seconds.
/// </summary>
internal sealed class RevocationList(
    IConnectionStore connections,
    ITokenStore tokens,
    Deployment deployment,
    TimeProvider time
) : IHousekeeping
{
    // Clocks of nodes differ a little, and a write may be seen a moment after its time.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> revoked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<
        string,
        (ScopeSet Left, DateTimeOffset SwitchedAt, DateTimeOffset At)
    > switched = new(StringComparer.Ordinal);

    private DateTimeOffset? readAt;

    public TimeSpan Interval { get; } = TimeSpan.FromSeconds(2);

    /// <summary>What a token that was good when it was signed is worth now; null when it was revoked since.</summary>
    public AccessTokenClaims? Living(AccessTokenClaims claims)
    {
        if (!revoked.IsEmpty && (revoked.ContainsKey(claims.SessionId) || revoked.ContainsKey(claims.FamilyId)))
        {
            return null;
        }

        return !switched.IsEmpty && switched.TryGetValue(claims.FamilyId, out var found)
            ? claims with
            {
                Scopes = claims.Scopes.Intersect(found.Left),
            }
            : claims;
    }

    public void Add(string connectionOrFamily, DateTimeOffset at) => revoked[connectionOrFamily] = at;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldest = now - deployment.Options.AccessTokenLifetime - Overlap;
        var since = readAt is { } last ? last - Overlap : oldest;
        foreach (var connection in await connections.ListRevokedSinceAsync(since, cancellationToken))
        {
            Add(connection.Value, now);
        }

        foreach (var family in await tokens.ListRevokedSinceAsync(since, cancellationToken))
        {
            Add(family.Value, now);
        }

        foreach (var family in await tokens.ListSwitchedSinceAsync(since, cancellationToken))
        {
            // Of two runs at the same moment the one that saw less may come last.
            var seen = (Left: family.Scopes, SwitchedAt: family.SwitchedAt!.Value, At: now);
            switched.AddOrUpdate(
                family.Id.Value,
                seen,
                (_, known) => known.SwitchedAt > seen.SwitchedAt ? known : seen
            );
        }

        readAt = now;
        foreach (var old in revoked.Where(entry => entry.Value < oldest))
        {
            revoked.TryRemove(old);
        }

        foreach (var old in switched.Where(entry => entry.Value.At < oldest))
        {
            switched.TryRemove(old);
        }
    }
}
