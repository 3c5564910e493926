using Gatehouse.AspNetCore.Storage;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Storage.Hosting;

/// <summary>
/// Says whether the database takes writes, by a write that changes nothing. However often it is asked there is one in five seconds at most, and nobody
/// waits longer than two.
/// </summary>
public sealed class StorageProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly SqliteDatabase database;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;
    private long? begunAt;

    internal StorageProbe(SqliteDatabase database, TimeProvider time) => (this.database, this.time) = (database, time);

    /// <summary>Returns when the newest write is on the disk.</summary>
    /// <exception cref="StorageUnavailableException">It failed, or is not on the disk yet; says what to do.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync().WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new StorageUnavailableException(
                $"The database '{database.Path}' did not take a write within {Patience.TotalSeconds} seconds. Another process may hold its lock, or the disk is slow.",
                e
            );
        }
    }

    private Task WriteAsync()
    {
        lock (gate)
        {
            // One that still waits is not followed by another.
            if (begunAt is not { } begun || (last.IsCompleted && time.GetElapsedTime(begun) >= Fresh))
            {
                last = database.WriteAsync(Touch, CancellationToken.None);
                begunAt = time.GetTimestamp();
            }

            return last;
        }
    }

    // The number that is there already: SQLite writes its page to the log all the same, which a full disk refuses, and no row changes. It is read in the
    // same transaction, so that a version another process wrote is never set back.
    private static int Touch(SqliteSession session) =>
        session.Execute($"PRAGMA user_version = {session.Number("PRAGMA user_version")}");
}
