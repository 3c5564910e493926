using Gatehouse.AspNetCore.Keys;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqliteKeyStore(SqliteDatabase database) : IKeyStore
{
    public Task<IReadOnlyList<StoredKey>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.List("SELECT id, purpose, created_at, sealed FROM keys ORDER BY created_at, id", Read),
            cancellationToken
        );

    public Task AddAsync(StoredKey key, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
                session.Execute(
                    "INSERT INTO keys (id, purpose, created_at, sealed) VALUES (?1, ?2, ?3, ?4)",
                    key.Id,
                    key.Purpose.ToString(),
                    key.CreatedAt.ToUnixTimeMilliseconds(),
                    key.Sealed
                ),
            cancellationToken
        );

    private static StoredKey Read(SqliteDataReader row) =>
        new(row.GetString(0), Enum.Parse<KeyPurpose>(row.GetString(1)), row.GetTime(2), row.GetBytes(3));
}
