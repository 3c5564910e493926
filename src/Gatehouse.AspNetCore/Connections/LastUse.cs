using System.Collections.Concurrent;
using Gatehouse.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>Which connections clients call with. A call costs a look into memory; every few minutes one write notes them all.</summary>
internal sealed class LastUse(IConnectionStore store, TimeProvider time) : IHousekeeping
{
    private ConcurrentDictionary<ConnectionId, bool> used = new();

    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(5);

    public void Note(ConnectionId connection) => used.TryAdd(connection, true);

    /// <summary>Called since the last write, on this node.</summary>
    public bool IsRecent(ConnectionId connection) => used.ContainsKey(connection);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var noted = Interlocked.Exchange(ref used, new ConcurrentDictionary<ConnectionId, bool>());
        if (noted.IsEmpty)
        {
            return;
        }

        try
        {
            await store.NoteUsedAsync([.. noted.Keys], time.GetUtcNow(), cancellationToken);
        }
        catch
        {
            // The next turn notes them.
            foreach (var connection in noted.Keys)
            {
                Note(connection);
            }

            throw;
        }
    }
}
