using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Sessions;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqliteSessionStore(SqliteDatabase database) : ISessionStore
{
    public Task SaveAsync(StoredSession session, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
                connection.Execute(
                    """
                    INSERT INTO sessions (id, connection, initialize, last_used_at) VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT (id) DO UPDATE SET
                        connection = excluded.connection, initialize = excluded.initialize, last_used_at = excluded.last_used_at
                    """,
                    session.Id,
                    session.Connection.Value,
                    session.Initialize,
                    session.LastUsedAt.ToUnixTimeMilliseconds()
                ),
            cancellationToken
        );

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

    private static StoredSession Read(SqliteDataReader row) =>
        new(row.GetString(0), ConnectionId.Of(row.GetString(1)), row.GetString(2), row.GetTime(3));
}
