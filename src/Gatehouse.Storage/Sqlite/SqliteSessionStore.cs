using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Sessions;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqliteSessionStore(SqliteDatabase database) : ISessionStore
{
    public Task AddAsync(StoredSession session, int atMost, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => Add(connection, session, atMost), cancellationToken);

    public Task<StoredSession?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
                connection.Find(
                    "SELECT id, connection, initialize, last_used_at FROM sessions WHERE id = ?1",
                    Read,
                    id
                ),
            cancellationToken
        );

    public Task NoteUsedAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
                connection.Execute(
                    "UPDATE sessions SET last_used_at = ?2 WHERE id = ?1",
                    id,
                    at.ToUnixTimeMilliseconds()
                ),
            cancellationToken
        );

    public Task RemoveAsync(string id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.Execute("DELETE FROM sessions WHERE id = ?1", id),
            cancellationToken
        );

    public Task PurgeAsync(DateTimeOffset lastUsedBefore, CancellationToken cancellationToken) =>
        database.PurgeAsync(
            connection =>
                connection.Execute(
                    "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE last_used_at < ?1 LIMIT ?2)",
                    lastUsedBefore.ToUnixTimeMilliseconds(),
                    SqlitePurge.BatchSize
                ),
            cancellationToken
        );

    private static int Add(SqliteSession connection, StoredSession session, int atMost)
    {
        var added = connection.Execute(
            """
            INSERT INTO sessions (id, connection, initialize, last_used_at) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (id) DO NOTHING
            """,
            session.Id,
            session.Connection.Value,
            session.Initialize,
            session.LastUsedAt.ToUnixTimeMilliseconds()
        );
        return added == 0
            ? 0
            : connection.Execute(
                """
                DELETE FROM sessions WHERE id IN (
                    SELECT id FROM sessions WHERE connection = ?1 AND id <> ?2
                    ORDER BY last_used_at DESC LIMIT -1 OFFSET ?3)
                """,
                session.Connection.Value,
                session.Id,
                atMost - 1
            );
    }

    private static StoredSession Read(SqliteDataReader row) =>
        new(row.GetString(0), ConnectionId.Of(row.GetString(1)), row.GetString(2), row.GetTime(3));
}
