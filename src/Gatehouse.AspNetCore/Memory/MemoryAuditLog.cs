using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.Memory;

/// <summary>Keeps the newest lines only; who needs a log that lasts needs a store that lasts.</summary>
internal sealed class MemoryAuditLog(MemoryState state) : IAuditLog
{
    private const int Capacity = 10_000;

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        state.RunAsync(() => Append(state, entry), cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> ListAsync(int atMost, CancellationToken cancellationToken) =>
        state.RunAsync<IReadOnlyList<AuditEntry>>(() => [.. state.Audit.Reverse().Take(atMost)], cancellationToken);

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
