using Gatehouse.AspNetCore.Storage;

namespace Gatehouse.Storage.Sqlite;

/// <summary>
/// The database behind all stores: one writer, a few readers. Opens, and makes it or brings the schema up to date unless it must be there as it is, at the
/// start of the host or at first use.
/// </summary>
internal sealed class SqliteDatabase(string path, bool mustExist, ILogger<SqliteDatabase> logger) : IDisposable
{
    private readonly SqliteFile file = new(path);
    private readonly Lock gate = new();
    private Connections? connections;
    private bool closed;

    public string Path => file.Path;

    /// <summary>Runs work inside a transaction; done when it is on the disk.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        Open().Writer.WriteAsync(work, cancellationToken);

    /// <summary>Runs a query on what is committed.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        Open().Readers.ReadAsync(work, cancellationToken);

    /// <summary>Opens the database unless it is open; throws <see cref="StorageUnavailableException"/> with what to do.</summary>
    public void EnsureOpen() => Open();

    /// <summary>Finishes the writes that were handed over and closes; the last process to do so folds the log into the file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            connections?.Readers.Dispose();
            connections?.Writer.Dispose();
        }
    }

    private Connections Open() => Volatile.Read(ref connections) ?? OpenOnce();

    private Connections OpenOnce()
    {
        lock (gate)
        {
            return connections ??= OpenFirst();
        }
    }

    private Connections OpenFirst()
    {
        if (closed)
        {
            throw new StorageUnavailableException($"The database '{Path}' is closed: the server is stopping.");
        }

        if (mustExist)
        {
            file.Demand();
        }
        else
        {
            file.Create();
        }

        SqliteSession? session = null;
        try
        {
            session = file.OpenWriter();
            var before = mustExist ? SqliteMigrations.Demand(session, Path) : SqliteMigrations.Apply(session, Path);
            var readers = new SqliteReaders(file);
            Log.Opened(logger, Path, before, SqliteMigrations.Latest);
            return new Connections(new SqliteWriter(session, Path), readers);
        }
        catch (Exception e)
        {
            session?.Dispose();
            throw SqliteFailure.Translate(e, Path);
        }
    }

    private sealed record Connections(SqliteWriter Writer, SqliteReaders Readers);
}
