using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;

namespace Gatehouse.Storage.Sqlite;

/// <summary>Switches scopes of what a connection has given off and on. A set of scopes is a text to SQLite, so the sets are made here, inside the write.</summary>
internal static class SqliteSwitches
{
    public static void Switch(SqliteSession session, ConnectionId connection, ScopeSwitch change, DateTimeOffset now)
    {
        SwitchFamilies(session, connection, change, now.ToUnixTimeMilliseconds());
        NarrowCodes(session, connection, change);
    }

    private static void SwitchFamilies(SqliteSession session, ConnectionId connection, ScopeSwitch change, long now)
    {
        var living = session.List(
            "SELECT id, scopes, granted FROM families WHERE connection = ?1 AND revoked_at IS NULL",
            row =>
                (
                    Id: row.GetString(0),
                    Scopes: ScopeSet.Parse(row.GetString(1)),
                    Granted: ScopeSet.Parse(row.GetString(2))
                ),
            connection.Value
        );
        foreach (var (id, scopes, granted) in living)
        {
            var left = change.Apply(scopes, granted);
            if (left.Count == 0)
            {
                session.Execute("UPDATE families SET revoked_at = ?2 WHERE id = ?1", id, now);
            }
            else if (!left.Equals(scopes))
            {
                session.Execute(
                    "UPDATE families SET scopes = ?2, switched_at = ?3 WHERE id = ?1",
                    id,
                    left.ToString(),
                    now
                );
            }
        }
    }

    private static void NarrowCodes(SqliteSession session, ConnectionId connection, ScopeSwitch change)
    {
        var unused = session.List(
            "SELECT hash, scopes FROM codes WHERE connection = ?1 AND family IS NULL",
            row => (Hash: row.GetString(0), Scopes: ScopeSet.Parse(row.GetString(1))),
            connection.Value
        );
        foreach (var (hash, scopes) in unused)
        {
            var left = scopes.Except(change.Off);
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
