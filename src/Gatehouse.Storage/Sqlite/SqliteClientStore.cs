using Gatehouse.AspNetCore.Registration;
using Gatehouse.OAuth;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqliteClientStore(SqliteDatabase database) : IClientStore
{
    public Task<ClientRecord?> FindAsync(TokenHash hash, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.Find(
                    "SELECT hash, id, metadata, secret_hash, approved_at FROM clients WHERE hash = ?1",
                    Read,
                    hash.Value
                ),
            cancellationToken
        );

    /// <summary>Writes a client down, or what a document says of it now; when it was approved first stays.</summary>
    public static void Add(SqliteSession session, ClientRecord client) =>
        session.Execute(
            """
            INSERT INTO clients (hash, id, metadata, secret_hash, approved_at) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (hash) DO UPDATE SET metadata = excluded.metadata
            """,
            client.Hash.Value,
            client.Id,
            client.Metadata,
            client.SecretHash?.Value,
            client.ApprovedAt.ToUnixTimeMilliseconds()
        );

    private static ClientRecord Read(SqliteDataReader row) =>
        new(
            row.GetHash(0),
            row.GetString(1),
            row.GetString(2),
            row.IsDBNull(3) ? null : row.GetHash(3),
            row.GetTime(4)
        );
}
