using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.People;
using Gatehouse.OAuth;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqlitePersonSessionStore(SqliteDatabase database) : IPersonSessionStore
{
    public Task<bool> TryBeginAsync(NewPersonSession session, CancellationToken cancellationToken) =>
        database.WriteAsync(writer => TryBegin(writer, session), cancellationToken);

    public Task<PersonSession?> FindAsync(TokenHash hash, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.Find(
                    """
                    SELECT hash, issuer, subject, display_name, last_used_at, expires_at
                    FROM person_sessions WHERE hash = ?1
                    """,
                    Read,
                    hash.Value
                ),
            cancellationToken
        );

    public Task NoteUsedAsync(TokenHash hash, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
                session.Execute(
                    "UPDATE person_sessions SET last_used_at = ?2 WHERE hash = ?1",
                    hash.Value,
                    at.ToUnixTimeMilliseconds()
                ),
            cancellationToken
        );

    public Task EndAsync(TokenHash hash, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.Execute("DELETE FROM person_sessions WHERE hash = ?1", hash.Value),
            cancellationToken
        );

    public Task PurgeAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.PurgeAsync(
            session =>
                session.Execute(
                    """
                    DELETE FROM person_sessions
                    WHERE hash IN (SELECT hash FROM person_sessions WHERE expires_at <= ?1 LIMIT ?2)
                    """,
                    now.ToUnixTimeMilliseconds(),
                    SqlitePurge.BatchSize
                ),
            cancellationToken
        );

    private static bool TryBegin(SqliteSession writer, NewPersonSession begun)
    {
        if (!SqliteTransactionStore.TryUpdate(writer, begun.Transaction))
        {
            return false;
        }

        var session = begun.Session;
        writer.Execute(
            """
            INSERT INTO person_sessions (hash, issuer, subject, display_name, last_used_at, expires_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            session.Hash.Value,
            session.Person.Issuer,
            session.Person.Subject,
            session.Person.DisplayName,
            session.LastUsedAt.ToUnixTimeMilliseconds(),
            session.ExpiresAt.ToUnixTimeMilliseconds()
        );
        if (begun.Credential is { } credential)
        {
            SqliteVaultStore.Queue(writer, credential, begun.Audit.At);
        }

        SqliteAuditLog.Append(writer, begun.Audit);
        return true;
    }

    /// <summary>Ends all sessions of a person.</summary>
    /// <returns>How many.</returns>
    public static int EndAll(SqliteSession session, Person person) =>
        session.Execute(
            "DELETE FROM person_sessions WHERE issuer = ?1 AND subject = ?2",
            person.Issuer,
            person.Subject
        );

    private static PersonSession Read(SqliteDataReader row) =>
        new(
            row.GetHash(0),
            new Person(row.GetString(1), row.GetString(2), row.GetString(3)),
            row.GetTime(4),
            row.GetTime(5)
        );
}
