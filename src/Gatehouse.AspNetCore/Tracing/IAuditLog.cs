namespace Gatehouse.AspNetCore.Tracing;

/// <summary>The audit log. What belongs to another write is passed to that write and stands or falls with it.</summary>
public interface IAuditLog
{
    /// <summary>Appends a line.</summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>The lines that are asked for, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, CancellationToken cancellationToken);
}
