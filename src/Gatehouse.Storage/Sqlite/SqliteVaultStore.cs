using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqliteVaultStore(SqliteDatabase database) : IVaultStore
{
    public Task<StoredCredential?> FindAsync(ConnectionId connection, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.Find(
                    "SELECT id, content, created_at, sign_in FROM credentials WHERE connection = ?1",
                    Read,
                    connection.Value
                ),
            cancellationToken
        );

    public Task<StoredLink?> FindLinkAsync(string personKey, string signIn, CancellationToken cancellationToken) =>
        database.ReadAsync(session => FindLink(session, personKey, signIn), cancellationToken);

    public Task LinkAsync(StoredLink link, AuditEntry audit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
            {
                if (FindLink(session, link.PersonKey, link.Credential.SignIn) is { } former)
                {
                    Unlink(session, former, audit.At);
                }

                session.Execute(
                    """
                    INSERT INTO links (person_key, sign_in, account, id, content, created_at)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                    """,
                    link.PersonKey,
                    link.Credential.SignIn,
                    link.AccountName,
                    link.Credential.Id,
                    link.Credential.Content,
                    link.Credential.CreatedAt.ToUnixTimeMilliseconds()
                );
                SqliteAuditLog.Append(session, audit);
                return true;
            },
            cancellationToken
        );

    public Task<IReadOnlyList<ConnectionId>?> UnlinkAsync(
        StoredLink link,
        AuditEntry audit,
        CancellationToken cancellationToken
    ) => database.WriteAsync(session => Unlink(session, link, audit), cancellationToken);

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
                    SELECT id, content, created_at, sign_in, attempts FROM deletions WHERE due_at <= ?1
                    ORDER BY due_at, id LIMIT ?2
                    """,
                    row => new PendingDeletion(Read(row), row.GetInt32(4)),
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

    public Task<bool> TryLeaseAsync(
        ConnectionId connection,
        string credentialId,
        string holder,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
                session.Execute(
                    """
                    UPDATE credentials SET leased_by = ?3, leased_until = ?5
                    WHERE connection = ?1 AND id = ?2
                        AND (leased_by IS NULL OR leased_by = ?3 OR leased_until <= ?4)
                    """,
                    connection.Value,
                    credentialId,
                    holder,
                    now.ToUnixTimeMilliseconds(),
                    until.ToUnixTimeMilliseconds()
                ) == 1,
            cancellationToken
        );

    public Task ReleaseAsync(
        ConnectionId connection,
        string credentialId,
        string holder,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
                session.Execute(
                    """
                    UPDATE credentials SET leased_by = NULL, leased_until = NULL
                    WHERE connection = ?1 AND id = ?2 AND leased_by = ?3
                    """,
                    connection.Value,
                    credentialId,
                    holder
                ),
            cancellationToken
        );

    public Task<bool> TryReplaceAsync(
        ConnectionId connection,
        string formerId,
        StoredCredential renewed,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
                session.Execute(
                    """
                    UPDATE credentials SET id = ?3, content = ?4, created_at = ?5, leased_by = NULL, leased_until = NULL
                    WHERE connection = ?1 AND id = ?2
                    """,
                    connection.Value,
                    formerId,
                    renewed.Id,
                    renewed.Content,
                    renewed.CreatedAt.ToUnixTimeMilliseconds()
                ) == 1,
            cancellationToken
        );

    /// <summary>Queues a credential that nobody uses.</summary>
    public static int Queue(SqliteSession session, StoredCredential credential, DateTimeOffset now) =>
        session.Execute(
            """
            INSERT INTO deletions (id, content, created_at, due_at, sign_in) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (id) DO NOTHING
            """,
            credential.Id,
            credential.Content,
            credential.CreatedAt.ToUnixTimeMilliseconds(),
            now.ToUnixTimeMilliseconds(),
            credential.SignIn
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
            "INSERT INTO credentials (connection, id, content, created_at, sign_in) VALUES (?1, ?2, ?3, ?4, ?5)",
            connection.Value,
            credential.Id,
            credential.Content,
            credential.CreatedAt.ToUnixTimeMilliseconds(),
            credential.SignIn
        );
    }

    /// <summary>Moves the credential of a connection, if it has one, to the queue.</summary>
    public static void Retire(SqliteSession session, ConnectionId connection, DateTimeOffset now)
    {
        session.Execute(
            """
            INSERT INTO deletions (id, content, created_at, due_at, sign_in)
            SELECT id, content, created_at, ?2, sign_in FROM credentials WHERE connection = ?1
            """,
            connection.Value,
            now.ToUnixTimeMilliseconds()
        );
        session.Execute("DELETE FROM credentials WHERE connection = ?1", connection.Value);
    }

    /// <summary>Undoes all links of a person.</summary>
    /// <returns>What the accounts were called.</returns>
    public static IReadOnlyList<string> UnlinkAll(SqliteSession session, string personKey, AuditEntry audit)
    {
        var links = session.List(
            "SELECT id, content, created_at, sign_in, account FROM links WHERE person_key = ?1 ORDER BY sign_in",
            row => new StoredLink(personKey, row.GetString(4), Read(row)),
            personKey
        );
        foreach (var link in links)
        {
            Unlink(session, link, audit.At);
            SqliteAuditLog.Append(session, audit.Part("account.unlinked", link.AccountName));
        }

        return [.. links.Select(link => link.AccountName)];
    }

    private static StoredLink? FindLink(SqliteSession session, string personKey, string signIn) =>
        session.Find(
            "SELECT id, content, created_at, sign_in, account FROM links WHERE person_key = ?1 AND sign_in = ?2",
            row => new StoredLink(personKey, row.GetString(4), Read(row)),
            personKey,
            signIn
        );

    private static IReadOnlyList<ConnectionId>? Unlink(SqliteSession session, StoredLink link, AuditEntry audit)
    {
        if (FindLink(session, link.PersonKey, link.Credential.SignIn)?.Credential.Id != link.Credential.Id)
        {
            return null;
        }

        Unlink(session, link, audit.At);
        SqliteAuditLog.Append(session, audit);
        var living = session.List(
            "SELECT id FROM connections WHERE person_key = ?1 AND revoked_at IS NULL",
            row => ConnectionId.Of(row.GetString(0)),
            link.PersonKey
        );
        foreach (var id in living)
        {
            var entry = audit with { Event = "connection.revoked", Connection = id.Value };
            SqliteConnectionStore.Revoke(session, id, audit.At, entry);
        }

        return living;
    }

    private static void Unlink(SqliteSession session, StoredLink link, DateTimeOffset now)
    {
        Queue(session, link.Credential, now);
        session.Execute(
            "DELETE FROM links WHERE person_key = ?1 AND sign_in = ?2",
            link.PersonKey,
            link.Credential.SignIn
        );
    }

    private static StoredCredential Read(SqliteDataReader row) =>
        new(row.GetString(0), row.GetBytes(1), row.GetTime(2), row.GetString(3));
}
