using Gatehouse.AspNetCore.Storage;
using Gatehouse.Storage.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Storage.Tests.Sqlite;

public sealed class StorageProbeTests : StoreTests, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new();
    private readonly Stores stores;
    private readonly StorageProbe probe;

    public StorageProbeTests()
    {
        stores = Stores.Sqlite(folder.Database);
        stores.Database.EnsureOpen();
        probe = new StorageProbe(stores.Database, time);
    }

    private long Written => new FileInfo(folder.Database + "-wal").Length;

    public void Dispose()
    {
        stores.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task What_is_ready_has_written_to_the_disk()
    {
        var before = Written;

        await probe.CheckAsync(Stop);

        Assert.True(Written > before);
    }

    [Fact]
    public async Task However_often_it_is_asked_it_writes_once_in_five_seconds()
    {
        await probe.CheckAsync(Stop);
        var once = Written;

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => probe.CheckAsync(Stop)));
        Assert.Equal(once, Written);

        time.Advance(TimeSpan.FromSeconds(5));
        await probe.CheckAsync(Stop);
        Assert.True(Written > once);
    }

    [Fact]
    public async Task A_foreign_lock_is_not_waited_for_and_not_ready()
    {
        await using var foreign = new SqliteConnection($"Data Source={folder.Database};Pooling=false");
        await foreign.OpenAsync(Stop);
        Execute(foreign, "BEGIN IMMEDIATE");

        var asked = probe.CheckAsync(Stop);
        time.Advance(TimeSpan.FromSeconds(2));
        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => asked);

        Assert.Contains("did not take a write", failure.Message, StringComparison.Ordinal);
        Execute(foreign, "ROLLBACK");
        await stores.Audit.AppendAsync(Sample.Audit(), Stop);
        time.Advance(TimeSpan.FromSeconds(5));
        await probe.CheckAsync(Stop);
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_not_ready_and_says_why()
    {
        await stores.Database.WriteAsync(session => session.Execute("PRAGMA query_only = ON"), Stop);

        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => probe.CheckAsync(Stop));

        Assert.Contains("may not write", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_another_process_wrote_is_left_alone()
    {
        await using var foreign = new SqliteConnection($"Data Source={folder.Database};Pooling=false");
        await foreign.OpenAsync(Stop);
        Execute(foreign, "PRAGMA user_version = 4711");

        await probe.CheckAsync(Stop);

        Assert.Equal(4711, await stores.Database.ReadAsync(session => session.Number("PRAGMA user_version"), Stop));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
