using Gatehouse.OAuth;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

/// <summary>Reads the column types that SQLite does not have.</summary>
internal static class SqliteRow
{
    public static DateTimeOffset GetTime(this SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? GetTimeOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetTime(column);

    public static string? GetStringOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static TokenHash GetHash(this SqliteDataReader row, int column) =>
        TokenHash.FromStore(row.GetString(column));

    public static byte[] GetBytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static byte[]? GetBytesOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetBytes(column);
}
