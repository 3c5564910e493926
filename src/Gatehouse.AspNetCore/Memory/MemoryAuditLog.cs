using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.Memory;

/// <summary>Keeps the newest lines only; who needs a log that lasts needs a store that lasts.</summary>
internal sealed class MemoryAuditLog(MemoryState state) : IAuditLog
{
    private const int Capacity = 10_000;

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        state.RunAsync(() => Append(state, entry), cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, CancellationToken cancellationToken) =>
        state.RunAsync<IReadOnlyList<AuditEntry>>(
            () =>
                [
                    .. state
                        .Audit.Reverse()
                        .Where(entry => query.Since is not { } since || entry.At >= since)
                        .Where(entry => query.PersonKey is not { } person || Concerns(entry, person))
                        .Take(query.AtMost),
                ],
            cancellationToken
        );

    private bool Concerns(AuditEntry entry, string personKey) =>
        entry.PersonKey == personKey
        || (
            entry.Connection is { } connection
            && state.Connections.GetValueOrDefault(ConnectionId.Of(connection))?.Person.Key == personKey
        );

    /// <summary>Appends a line to the step it belongs to.</summary>
    public static void Append(MemoryState state, AuditEntry entry)
    {
        state.Audit.Enqueue(entry);
        if (state.Audit.Count > Capacity)
        {
            state.Audit.Dequeue();
        }
    }
}
