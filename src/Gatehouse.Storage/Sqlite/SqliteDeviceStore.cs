using Gatehouse.AspNetCore.Device;
using Gatehouse.OAuth;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

internal sealed class SqliteDeviceStore(SqliteDatabase database) : IDeviceStore
{
    private const string Columns = "device_code, user_code, client_hash, content, state, expires_at";

    public Task<bool> TryAddAsync(
        DeviceRequest request,
        int maximum,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => database.WriteAsync(session => TryAdd(session, request, maximum, now), cancellationToken);

    public Task<DeviceRequest?> FindAsync(TokenHash deviceCode, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Find($"SELECT {Columns} FROM devices WHERE device_code = ?1", Read, deviceCode.Value),
            cancellationToken
        );

    public Task<DeviceRequest?> FindByUserCodeAsync(TokenHash userCode, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Find($"SELECT {Columns} FROM devices WHERE user_code = ?1", Read, userCode.Value),
            cancellationToken
        );

    public Task<bool> TrySetStateAsync(
        TokenHash deviceCode,
        DeviceRequestState expected,
        DeviceRequestState state,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
                session.Execute(
                    "UPDATE devices SET state = ?3 WHERE device_code = ?1 AND state = ?2",
                    deviceCode.Value,
                    expected.ToString(),
                    state.ToString()
                ) > 0,
            cancellationToken
        );

    public Task PurgeAsync(DateTimeOffset expiredBefore, CancellationToken cancellationToken) =>
        database.PurgeAsync(
            session =>
                session.Execute(
                    """
                    DELETE FROM devices
                    WHERE device_code IN (SELECT device_code FROM devices WHERE expires_at <= ?1 LIMIT ?2)
                    """,
                    expiredBefore.ToUnixTimeMilliseconds(),
                    SqlitePurge.BatchSize
                ),
            cancellationToken
        );

    private static bool TryAdd(SqliteSession session, DeviceRequest request, int maximum, DateTimeOffset now) =>
        session.Execute(
            $"""
            INSERT INTO devices ({Columns})
            SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE (SELECT COUNT(*) FROM devices WHERE expires_at > ?7) < ?8
            ON CONFLICT DO NOTHING
            """,
            request.DeviceCode.Value,
            request.UserCode.Value,
            request.ClientHash.Value,
            request.Content,
            request.State.ToString(),
            request.ExpiresAt.ToUnixTimeMilliseconds(),
            now.ToUnixTimeMilliseconds(),
            maximum
        ) > 0;

    private static DeviceRequest Read(SqliteDataReader row) =>
        new(
            row.GetHash(0),
            row.GetHash(1),
            row.GetHash(2),
            row.GetBytes(3),
            Enum.Parse<DeviceRequestState>(row.GetString(4)),
            row.GetTime(5)
        );
}
