using Microsoft.Extensions.Hosting;

namespace Gatehouse.Storage.Sqlite;

/// <summary>Opens the database before anything else starts, so that one that cannot be opened stops the start instead of the first request.</summary>
internal sealed class SqliteStartup(SqliteDatabase database) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        database.EnsureOpen();
        return Task.CompletedTask;
    }

    /// <summary>After the server has answered its last request.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        database.Dispose();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
