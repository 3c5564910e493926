using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;

namespace Gatehouse.Storage.Sqlite;

/// <summary>Takes scopes away from what a connection has given. A set of scopes is a text to SQLite, so the sets are made here, inside the write.</summary>
internal static class SqliteNarrowing
{
    public static void Narrow(SqliteSession session, ConnectionId connection, ScopeSet allowed, DateTimeOffset now)
    {
        NarrowFamilies(session, connection, allowed, now.ToUnixTimeMilliseconds());
        NarrowCodes(session, connection, allowed);
    }

    private static void NarrowFamilies(SqliteSession session, ConnectionId connection, ScopeSet allowed, long now)
    {
        var living = session.List(
            "SELECT id, scopes FROM families WHERE connection = ?1 AND revoked_at IS NULL",
            row => (Id: row.GetString(0), Scopes: ScopeSet.Parse(row.GetString(1))),
            connection.Value
        );
        foreach (var (id, scopes) in living)
        {
            var left = scopes.Intersect(allowed);
            if (left.Count == 0)
            {
                session.Execute("UPDATE families SET revoked_at = ?2 WHERE id = ?1", id, now);
            }
            else if (left.Count < scopes.Count)
            {
                session.Execute(
                    "UPDATE families SET scopes = ?2, narrowed_at = ?3 WHERE id = ?1",
                    id,
                    left.ToString(),
                    now
                );
            }
        }
    }

    private static void NarrowCodes(SqliteSession session, ConnectionId connection, ScopeSet allowed)
    {
        var unused = session.List(
            "SELECT hash, scopes FROM codes WHERE connection = ?1 AND family IS NULL",
            row => (Hash: row.GetString(0), Scopes: ScopeSet.Parse(row.GetString(1))),
            connection.Value
        );
        foreach (var (hash, scopes) in unused)
        {
            var left = scopes.Intersect(allowed);
            if (left.Count == 0)
            {
                session.Execute("DELETE FROM codes WHERE hash = ?1", hash);
            }
            else if (left.Count < scopes.Count)
            {
                session.Execute("UPDATE codes SET scopes = ?2 WHERE hash = ?1", hash, left.ToString());
            }
        }
    }
}
