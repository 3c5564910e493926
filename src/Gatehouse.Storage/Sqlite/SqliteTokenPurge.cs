namespace Gatehouse.Storage.Sqlite;

/// <summary>Steps that remove what has had its time from the token tables; each says how many rows it changed.</summary>
internal static class SqliteTokenPurge
{
    /// <summary>The grace window is closed: nobody may read the successor any more, not even with the token.</summary>
    public static int EraseSuccessors(SqliteSession session, long rotatedBefore) =>
        session.Execute(
            """
            UPDATE refresh_tokens SET sealed_successor = NULL
            WHERE hash IN (
                SELECT hash FROM refresh_tokens WHERE sealed_successor IS NOT NULL AND rotated_at < ?1 LIMIT ?2)
            """,
            rotatedBefore,
            SqlitePurge.BatchSize
        );

    public static int DeleteCodes(SqliteSession session, long now) =>
        session.Execute(
            "DELETE FROM codes WHERE hash IN (SELECT hash FROM codes WHERE expires_at <= ?1 LIMIT ?2)",
            now,
            SqlitePurge.BatchSize
        );

    /// <summary>Expired tokens; with the newest of a family goes the family.</summary>
    public static int DeleteRefreshTokens(SqliteSession session, long now)
    {
        var newest = session.List(
            """
            DELETE FROM refresh_tokens
            WHERE hash IN (SELECT hash FROM refresh_tokens WHERE expires_at <= ?1 LIMIT ?2)
            RETURNING family, rotated_at IS NULL
            """,
            row => (Family: row.GetString(0), IsNewest: row.GetBoolean(1)),
            now,
            SqlitePurge.BatchSize
        );
        foreach (var (family, _) in newest.Where(token => token.IsNewest))
        {
            session.Execute("DELETE FROM families WHERE id = ?1", family);
        }

        return newest.Count;
    }
}
