using Gatehouse.AspNetCore.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gatehouse.Storage.Sqlite;

/// <summary>Tells a store that cannot answer from a statement that is wrong.</summary>
internal static class SqliteFailure
{
    /// <summary>The exception a caller sees.</summary>
    public static Exception Translate(Exception exception, string path) =>
        exception is SqliteException sqlite && Explain(sqlite.SqliteErrorCode) is { } advice
            ? new StorageUnavailableException(
                $"The database '{path}' is not available ({sqlite.Message}). {advice}",
                sqlite
            )
            : exception;

    // https://www.sqlite.org/rescode.html
    private static string? Explain(int code) =>
        code switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Another process holds its lock; end it or try again.",
            raw.SQLITE_FULL => "The disk is full; make room.",
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN or raw.SQLITE_AUTH =>
                "This process may not write it; check the owner and mode of the file and its folder, and that the disk is not mounted read-only.",
            raw.SQLITE_IOERR or raw.SQLITE_NOMEM or raw.SQLITE_PROTOCOL or raw.SQLITE_NOLFS =>
                "The disk or the system failed; see the system's log.",
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
                "The file is damaged or no database; go back to a copy of the data folder.",
            _ => null,
        };
}
