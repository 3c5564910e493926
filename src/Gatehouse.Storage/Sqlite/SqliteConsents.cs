using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Consent;
using Gatehouse.OAuth;

namespace Gatehouse.Storage.Sqlite;

/// <summary>Remembered answers, inside the steps of their connection.</summary>
internal static class SqliteConsents
{
    public static RememberedConsent? Find(
        SqliteSession session,
        ConnectionId connection,
        string redirect,
        ScopeSet offered
    ) =>
        session.Find(
            "SELECT granted FROM consents WHERE connection = ?1 AND redirect = ?2 AND offered = ?3",
            row => new RememberedConsent(connection, redirect, offered, ScopeSet.Parse(row.GetString(0))),
            connection.Value,
            redirect,
            offered.ToString()
        );

    public static void Put(SqliteSession session, RememberedConsent consent) =>
        session.Execute(
            """
            INSERT INTO consents (connection, redirect, offered, granted) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (connection, redirect, offered) DO UPDATE SET granted = excluded.granted
            """,
            consent.Connection.Value,
            consent.Redirect,
            consent.Offered.ToString(),
            consent.Granted.ToString()
        );

    public static void Forget(SqliteSession session, ConnectionId connection) =>
        session.Execute("DELETE FROM consents WHERE connection = ?1", connection.Value);
}
