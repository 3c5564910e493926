using Gatehouse.AspNetCore.Authorization;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqliteTransactionStore(SqliteDatabase database) : ITransactionStore
{
    // ?1 is now.
    private const string Open = "expires_at > ?1 AND state <> 'Finished'";

    public Task<TransactionStart> TryAddAsync(
        Transaction transaction,
        TransactionLimits limits,
        CancellationToken cancellationToken
    ) => database.WriteAsync(session => TryAdd(session, transaction, limits), cancellationToken);

    public Task<Transaction?> FindAsync(TransactionId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.Find(
                    """
                    SELECT id, browser, state, content, story, version, expires_at FROM transactions
                    WHERE id = ?1 AND expires_at > ?2
                    """,
                    Read,
                    id.Value,
                    now.ToUnixTimeMilliseconds()
                ),
            cancellationToken
        );

    public Task<bool> TryUpdateAsync(Transaction transaction, CancellationToken cancellationToken) =>
        database.WriteAsync(session => TryUpdate(session, transaction), cancellationToken);

    public Task PurgeAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.PurgeAsync(
            session =>
                session.Execute(
                    "DELETE FROM transactions WHERE id IN (SELECT id FROM transactions WHERE expires_at <= ?1 LIMIT ?2)",
                    now.ToUnixTimeMilliseconds(),
                    SqlitePurge.BatchSize
                ),
            cancellationToken
        );

    /// <summary>Replaces the version before this one; false when it is not there.</summary>
    public static bool TryUpdate(SqliteSession session, Transaction transaction) =>
        session.Execute(
            """
            UPDATE transactions SET browser = ?2, state = ?3, content = ?4, story = ?5, version = ?6, expires_at = ?7
            WHERE id = ?1 AND version = ?6 - 1
            """,
            transaction.Id.Value,
            transaction.Browser.Value,
            transaction.State.ToString(),
            transaction.Content,
            transaction.Story,
            transaction.Version,
            transaction.ExpiresAt.ToUnixTimeMilliseconds()
        ) > 0;

    // Of repeated ones first: a form that is sent again hears of its own sign-in, however many are open.
    private static TransactionStart TryAdd(SqliteSession session, Transaction transaction, TransactionLimits limits)
    {
        var (id, now) = (transaction.Id.Value, limits.Now.ToUnixTimeMilliseconds());
        if (session.Number("SELECT COUNT(*) FROM transactions WHERE id = ?1", id) > 0)
        {
            return TransactionStart.Repeated;
        }

        if (session.Number($"SELECT COUNT(*) FROM transactions WHERE {Open}", now) >= limits.Open)
        {
            return TransactionStart.Full;
        }

        var browser = transaction.Browser.Value;
        if (
            session.Number($"SELECT COUNT(*) FROM transactions WHERE {Open} AND browser = ?2", now, browser)
            >= limits.OfBrowser
        )
        {
            return TransactionStart.FullForBrowser;
        }

        session.Execute(
            """
            INSERT INTO transactions (id, browser, state, content, story, version, expires_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            id,
            browser,
            transaction.State.ToString(),
            transaction.Content,
            transaction.Story,
            transaction.Version,
            transaction.ExpiresAt.ToUnixTimeMilliseconds()
        );
        return TransactionStart.Begun;
    }

    private static Transaction Read(SqliteDataReader row) =>
        TransactionId.TryParse(row.GetString(0), out var id)
            ? new Transaction(
                id,
                row.GetHash(1),
                Enum.Parse<TransactionState>(row.GetString(2)),
                row.GetBytes(3),
                row.GetString(4),
                row.GetInt32(5),
                row.GetTime(6)
            )
            : throw new FormatException("A stored transaction has a name that is none.");
}
