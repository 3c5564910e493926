using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Consent;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqliteConnectionStore(SqliteDatabase database) : IConnectionStore
{
    // ?1 is now.
    private const string Abandoned = """
        NOT EXISTS (SELECT 1 FROM families WHERE families.connection = connections.id AND families.revoked_at IS NULL)
        AND NOT EXISTS (
            SELECT 1 FROM codes
            WHERE codes.connection = connections.id AND codes.family IS NULL AND codes.expires_at > ?1)
        """;

    private const string Columns =
        "id, issuer, subject, display_name, client_hash, client_name, resource, created_at, revoked_at, last_used_at";

    public async Task<ConnectionId?> ConnectAsync(NewConnection connection, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => Connect(session, connection), cancellationToken) is { } id
            ? ConnectionId.Of(id)
            : null;

    public Task<Connection?> FindAsync(ConnectionId id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Find($"SELECT {Columns} FROM connections WHERE id = ?1", Read, id.Value),
            cancellationToken
        );

    public Task<IReadOnlyList<Connection>> ListAsync(string personKey, CancellationToken cancellationToken) =>
        database.ReadAsync(session => List(session, personKey), cancellationToken);

    public Task<IReadOnlyList<Connection>> ListAllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.List($"SELECT {Columns} FROM connections ORDER BY created_at, id", Read),
            cancellationToken
        );

    public Task<EndedPerson> EndPersonAsync(Person person, AuditEntry audit, CancellationToken cancellationToken) =>
        database.WriteAsync(session => EndPerson(session, person, audit), cancellationToken);

    public Task<bool> RevokeAsync(
        ConnectionId id,
        DateTimeOffset now,
        AuditEntry audit,
        CancellationToken cancellationToken
    ) => database.WriteAsync(session => Revoke(session, id, now, audit), cancellationToken);

    public Task<bool> RevokeAbandonedAsync(
        ConnectionId id,
        DateTimeOffset now,
        AuditEntry audit,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session => IsAbandoned(session, id, now) && Revoke(session, id, now, audit),
            cancellationToken
        );

    public Task<IReadOnlyList<ConnectionId>> ListAbandonedAsync(
        DateTimeOffset now,
        int atMost,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.List(
                    $"SELECT id FROM connections WHERE revoked_at IS NULL AND {Abandoned} ORDER BY created_at LIMIT ?2",
                    row => ConnectionId.Of(row.GetString(0)),
                    now.ToUnixTimeMilliseconds(),
                    atMost
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<ConnectionId>> ListRevokedSinceAsync(
        DateTimeOffset moment,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.List(
                    "SELECT id FROM connections WHERE revoked_at >= ?1 ORDER BY revoked_at, id",
                    row => ConnectionId.Of(row.GetString(0)),
                    moment.ToUnixTimeMilliseconds()
                ),
            cancellationToken
        );

    public Task<bool> SwitchAsync(
        ConnectionId id,
        ScopeSwitch change,
        DateTimeOffset now,
        AuditEntry audit,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
            {
                if (
                    session.Number("SELECT COUNT(*) FROM connections WHERE id = ?1 AND revoked_at IS NULL", id.Value)
                    == 0
                )
                {
                    return false;
                }

                SqliteSwitches.Switch(session, id, change, now);
                SqliteConsents.Forget(session, id);
                SqliteAuditLog.Append(session, audit);
                return true;
            },
            cancellationToken
        );

    public Task<RememberedConsent?> FindConsentAsync(
        ConnectionId connection,
        string redirect,
        ScopeSet offered,
        CancellationToken cancellationToken
    ) => database.ReadAsync(session => SqliteConsents.Find(session, connection, redirect, offered), cancellationToken);

    public Task<bool> TryIssueAsync(
        RememberedConsent consent,
        CodeRecord code,
        AuditEntry audit,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
            {
                if (SqliteConsents.Find(session, consent.Connection, consent.Redirect, consent.Offered) != consent)
                {
                    return false;
                }

                SqliteTokenStore.AddCode(session, code);
                SqliteAuditLog.Append(session, audit);
                return true;
            },
            cancellationToken
        );

    public Task NoteUsedAsync(
        IReadOnlyCollection<ConnectionId> ids,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
                ids.Sum(id =>
                    session.Execute(
                        "UPDATE connections SET last_used_at = ?2 WHERE id = ?1",
                        id.Value,
                        at.ToUnixTimeMilliseconds()
                    )
                ),
            cancellationToken
        );

    private static bool IsAbandoned(SqliteSession session, ConnectionId id, DateTimeOffset now) =>
        session.Number(
            $"SELECT EXISTS (SELECT 1 FROM connections WHERE id = ?2 AND {Abandoned})",
            now.ToUnixTimeMilliseconds(),
            id.Value
        ) != 0;

    private static string? Connect(SqliteSession session, NewConnection made)
    {
        if (!SqliteTransactionStore.TryUpdate(session, made.Transaction))
        {
            return null;
        }

        SqliteClientStore.Add(session, made.Client);
        var id = JoinOrAdd(session, made.Connection);
        if (made.Credential is not null)
        {
            SqliteVaultStore.Replace(session, id, made.Credential, made.Audit.At);
        }

        if (made.Code is { } code)
        {
            SqliteTokenStore.AddCode(session, code with { Connection = id });
        }

        if (made.Token is { } token)
        {
            SqliteTokenStore.AddToken(session, token with { Family = token.Family with { Connection = id } });
        }

        if (made.Consent is { } consent)
        {
            SqliteConsents.Put(session, consent with { Connection = id });
        }

        SqliteAuditLog.Append(session, made.Audit with { Connection = id.Value });
        return id.Value;
    }

    private static ConnectionId JoinOrAdd(SqliteSession session, Connection connection)
    {
        var id = session.Find(
            """
            INSERT INTO connections
                (id, person_key, issuer, subject, display_name, client_hash, client_name, resource, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            ON CONFLICT (person_key, client_hash, resource) WHERE revoked_at IS NULL
                DO UPDATE SET display_name = excluded.display_name
            RETURNING id
            """,
            row => row.GetString(0),
            connection.Id.Value,
            connection.Person.Key,
            connection.Person.Issuer,
            connection.Person.Subject,
            connection.Person.DisplayName,
            connection.ClientHash.Value,
            connection.ClientName,
            connection.Resource,
            connection.CreatedAt.ToUnixTimeMilliseconds()
        );
        return ConnectionId.Of(id!);
    }

    private static IReadOnlyList<Connection> List(SqliteSession session, string personKey) =>
        session.List(
            $"SELECT {Columns} FROM connections WHERE person_key = ?1 AND revoked_at IS NULL ORDER BY created_at, id",
            Read,
            personKey
        );

    private static EndedPerson EndPerson(SqliteSession session, Person person, AuditEntry audit)
    {
        SqliteAuditLog.Append(session, audit);
        var living = List(session, person.Key);
        foreach (var connection in living)
        {
            Revoke(
                session,
                connection.Id,
                audit.At,
                audit.Part("connection.revoked", connection.ClientName, connection.Id.Value)
            );
        }

        var accounts = SqliteVaultStore.UnlinkAll(session, person.Key, audit);
        return new EndedPerson(living, accounts, SqlitePersonSessionStore.EndAll(session, person));
    }

    /// <summary>Ends a connection with all that it gave.</summary>
    public static bool Revoke(SqliteSession session, ConnectionId id, DateTimeOffset now, AuditEntry audit)
    {
        var revoked = session.Execute(
            "UPDATE connections SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL",
            id.Value,
            now.ToUnixTimeMilliseconds()
        );
        if (revoked == 0)
        {
            return false;
        }

        SqliteTokenStore.RevokeFamiliesOf(session, id, now);
        SqliteConsents.Forget(session, id);
        session.Execute("DELETE FROM sessions WHERE connection = ?1", id.Value);
        SqliteVaultStore.Retire(session, id, now);
        SqliteAuditLog.Append(session, audit);
        return true;
    }

    private static Connection Read(SqliteDataReader row) =>
        new(
            ConnectionId.Of(row.GetString(0)),
            new Person(row.GetString(1), row.GetString(2), row.GetString(3)),
            row.GetHash(4),
            row.GetString(5),
            row.GetString(6),
            row.GetTime(7),
            row.GetTimeOrNull(8),
            row.GetTimeOrNull(9)
        );
}
