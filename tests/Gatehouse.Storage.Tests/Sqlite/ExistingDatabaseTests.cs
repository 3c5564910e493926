using Gatehouse.AspNetCore.Storage;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Storage.Tests.Sqlite;

/// <summary>What the command line does beside a server.</summary>
public sealed class ExistingDatabaseTests : StoreTests
{
    [Fact]
    public async Task It_is_read_and_written_beside_the_server()
    {
        using var folder = new TemporaryFolder();
        using var server = Stores.Sqlite(folder.Database);
        var made = await server.SignInAsync(Stop);
        using var beside = Stores.Existing(folder.Database);

        Assert.Equal([made.Audit], await beside.Audit.ListAsync(new AuditQuery(10), Stop));
        await beside.Connections.EndPersonAsync(Sample.Alice, Sample.Audit("person.ended"), Stop);

        Assert.Equal([made.Connection.Id], await server.Connections.ListRevokedSinceAsync(Sample.Now, Stop));
    }

    [Fact]
    public async Task One_that_is_not_there_is_not_made()
    {
        using var folder = new TemporaryFolder();
        using var beside = Stores.Existing(folder.Database);

        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() =>
            beside.Audit.ListAsync(new AuditQuery(10), Stop)
        );

        Assert.Contains("Name the data folder", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task One_of_an_older_version_is_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        using (var server = Stores.Sqlite(folder.Database))
        {
            await server.Database.WriteAsync(session => session.Execute("PRAGMA user_version = 7"), Stop);
        }

        using var beside = Stores.Existing(folder.Database);
        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() =>
            beside.Audit.ListAsync(new AuditQuery(10), Stop)
        );

        Assert.Contains("older Gatehouse", failure.Message, StringComparison.Ordinal);
        using var session = new SqliteFile(folder.Database).OpenReader();
        Assert.Equal(7, session.Number("PRAGMA user_version"));
    }
}
