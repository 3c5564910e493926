using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>Ends connections: at once on this node, within seconds on the others; the upstream credential is deleted at its origin.</summary>
public sealed class ConnectionRegistry
{
    private readonly IConnectionStore store;
    private readonly RevocationList revoked;
    private readonly TimeProvider time;

    internal ConnectionRegistry(IConnectionStore store, RevocationList revoked, TimeProvider time)
    {
        this.store = store;
        this.revoked = revoked;
        this.time = time;
    }

    /// <summary>Ends a connection.</summary>
    /// <param name="connection">Which.</param>
    /// <param name="reason">For the audit log.</param>
    /// <param name="personKey">Who ended it, for the audit log; null when nobody did.</param>
    /// <returns>False when it was over before.</returns>
    public async Task<bool> RevokeAsync(ConnectionId connection, string reason, string? personKey = null)
    {
        var now = time.GetUtcNow();
        var entry = new AuditEntry(now, "connection.revoked", personKey, connection.Value, reason);
        var ended = await store.RevokeAsync(connection, now, entry, CancellationToken.None);
        revoked.Add(connection.Value, now);
        return ended;
    }

    /// <summary>Switches scopes of all that a connection has given off, and on again up to what was granted: at once on this node, within seconds on the others.</summary>
    /// <returns>False when the connection is over.</returns>
    internal async Task<bool> SwitchAsync(Connection connection, ScopeSwitch change)
    {
        var now = time.GetUtcNow();
        var detail = $"{connection.ClientName}, {change}";
        var entry = new AuditEntry(now, "connection.switched", connection.Person.Key, connection.Id.Value, detail);
        var switched = await store.SwitchAsync(connection.Id, change, now, entry, CancellationToken.None);
        await revoked.RunAsync(CancellationToken.None);
        return switched;
    }

    /// <summary>Ends a connection that nobody can use any more; leaves one that is of use alone.</summary>
    internal async Task<bool> RevokeAbandonedAsync(ConnectionId connection, string reason)
    {
        var now = time.GetUtcNow();
        var entry = new AuditEntry(now, "connection.revoked", null, connection.Value, reason);
        var ended = await store.RevokeAbandonedAsync(connection, now, entry, CancellationToken.None);
        if (ended)
        {
            revoked.Add(connection.Value, now);
        }

        return ended;
    }
}
