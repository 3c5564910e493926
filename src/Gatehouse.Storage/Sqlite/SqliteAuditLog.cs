using Gatehouse.AspNetCore.Tracing;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqliteAuditLog(SqliteDatabase database) : IAuditLog
{
    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Append(session, entry), cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.List(
                    """
                    SELECT at, event, person_key, connection, detail FROM audit
                    WHERE (?2 IS NULL OR at >= ?2) AND (
                        ?3 IS NULL OR person_key = ?3
                        OR connection IN (SELECT id FROM connections WHERE connections.person_key = ?3))
                    ORDER BY number DESC LIMIT ?1
                    """,
                    Read,
                    query.AtMost,
                    query.Since?.ToUnixTimeMilliseconds(),
                    query.PersonKey
                ),
            cancellationToken
        );

    /// <summary>Appends a line to the write it belongs to.</summary>
    public static int Append(SqliteSession session, AuditEntry entry) =>
        session.Execute(
            "INSERT INTO audit (at, event, person_key, connection, detail) VALUES (?1, ?2, ?3, ?4, ?5)",
            entry.At.ToUnixTimeMilliseconds(),
            entry.Event,
            entry.PersonKey,
            entry.Connection,
            entry.Detail
        );

    private static AuditEntry Read(SqliteDataReader row) =>
        new(row.GetTime(0), row.GetString(1), row.GetStringOrNull(2), row.GetStringOrNull(3), row.GetString(4));
}
