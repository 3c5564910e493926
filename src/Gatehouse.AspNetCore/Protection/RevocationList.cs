using System.Collections.Concurrent;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>
/// The connections and families revoked so recently that access tokens of theirs may still be alive: a look into memory at each call.
/// What other nodes and the command line revoked is read every two seconds.
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
    private DateTimeOffset? readAt;

    public TimeSpan Interval { get; } = TimeSpan.FromSeconds(2);

    public bool Contains(AccessTokenClaims claims) =>
        !revoked.IsEmpty && (revoked.ContainsKey(claims.SessionId) || revoked.ContainsKey(claims.FamilyId));

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

        readAt = now;
        foreach (var old in revoked.Where(entry => entry.Value < oldest))
        {
            revoked.TryRemove(old);
        }
    }
}
