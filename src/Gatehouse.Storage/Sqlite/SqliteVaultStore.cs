using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Vault;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqliteVaultStore(SqliteDatabase database) : IVaultStore
{
    public Task<StoredCredential?> FindAsync(ConnectionId connection, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.Find(
                    "SELECT id, content, created_at FROM credentials WHERE connection = ?1",
                    Read,
                    connection.Value
                ),
            cancellationToken
        );

    public Task QueueDeletionAsync(
        StoredCredential credential,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => database.WriteAsync(session => Queue(session, credential, now), cancellationToken);

    public Task<IReadOnlyList<PendingDeletion>> ListDeletionsAsync(
        DateTimeOffset now,
        int atMost,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.List(
                    """
                    SELECT id, content, created_at, attempts FROM deletions WHERE due_at <= ?1
                    ORDER BY due_at, id LIMIT ?2
                    """,
                    row => new PendingDeletion(Read(row), row.GetInt32(3)),
                    now.ToUnixTimeMilliseconds(),
                    atMost
                ),
            cancellationToken
        );

    public Task CompleteDeletionAsync(string credentialId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.Execute("DELETE FROM deletions WHERE id = ?1", credentialId),
            cancellationToken
        );

    public Task PostponeDeletionAsync(string credentialId, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
                session.Execute(
                    "UPDATE deletions SET due_at = ?2, attempts = attempts + 1 WHERE id = ?1",
                    credentialId,
                    until.ToUnixTimeMilliseconds()
                ),
            cancellationToken
        );

    /// <summary>Queues a credential that nobody uses.</summary>
    public static int Queue(SqliteSession session, StoredCredential credential, DateTimeOffset now) =>
        session.Execute(
            """
            INSERT INTO deletions (id, content, created_at, due_at) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (id) DO NOTHING
            """,
            credential.Id,
            credential.Content,
            credential.CreatedAt.ToUnixTimeMilliseconds(),
            now.ToUnixTimeMilliseconds()
        );

    /// <summary>Gives a connection its credential; the former one goes to the queue.</summary>
    public static void Replace(
        SqliteSession session,
        ConnectionId connection,
        StoredCredential credential,
        DateTimeOffset now
    )
    {
        Retire(session, connection, now);
        session.Execute(
            "INSERT INTO credentials (connection, id, content, created_at) VALUES (?1, ?2, ?3, ?4)",
            connection.Value,
            credential.Id,
            credential.Content,
            credential.CreatedAt.ToUnixTimeMilliseconds()
        );
    }

    /// <summary>Moves the credential of a connection, if it has one, to the queue.</summary>
    public static void Retire(SqliteSession session, ConnectionId connection, DateTimeOffset now)
    {
        session.Execute(
            """
            INSERT INTO deletions (id, content, created_at, due_at)
            SELECT id, content, created_at, ?2 FROM credentials WHERE connection = ?1
            """,
            connection.Value,
            now.ToUnixTimeMilliseconds()
        );
        session.Execute("DELETE FROM credentials WHERE connection = ?1", connection.Value);
    }

    private static StoredCredential Read(SqliteDataReader row) =>
        new(row.GetString(0), row.GetBytes(1), row.GetTime(2));
}
