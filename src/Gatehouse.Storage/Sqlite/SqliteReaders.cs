using System.Threading.Channels;
using Gatehouse.AspNetCore.Storage;

namespace Gatehouse.Storage.Sqlite;

/// <summary>A few connections that read beside the writer. A read is some microseconds in memory, so it runs on the caller's thread.</summary>
internal sealed class SqliteReaders : IDisposable
{
    private readonly Channel<SqliteSession> idle = Channel.CreateUnbounded<SqliteSession>();
    private readonly string path;

    public SqliteReaders(SqliteFile file)
    {
        path = file.Path;
        for (var i = 0; i < Math.Clamp(Environment.ProcessorCount, 2, 8); i++)
        {
            idle.Writer.TryWrite(file.OpenReader());
        }
    }

    public async Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        var session = await TakeAsync(cancellationToken);
        try
        {
            return work(session);
        }
        catch (Exception e)
        {
            throw SqliteFailure.Translate(e, path);
        }
        finally
        {
            if (!idle.Writer.TryWrite(session))
            {
                session.Dispose();
            }
        }
    }

    public void Dispose()
    {
        idle.Writer.TryComplete();
        while (idle.Reader.TryRead(out var session))
        {
            session.Dispose();
        }
    }

    private async ValueTask<SqliteSession> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await idle.Reader.ReadAsync(cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new StorageUnavailableException($"The database '{path}' is closed: the server is stopping.", e);
        }
    }
}
