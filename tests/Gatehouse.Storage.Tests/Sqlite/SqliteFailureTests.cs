using Gatehouse.AspNetCore.Storage;
using Gatehouse.OAuth;

namespace Gatehouse.Storage.Tests.Sqlite;

public sealed class SqliteFailureTests : StoreTests
{
    [Fact]
    public async Task A_full_disk_says_so_loses_nothing_that_was_acknowledged_and_goes_on_when_there_is_room()
    {
        using var stores = Open("sqlite");
        var token = await stores.RedeemAsync((await stores.SignInAsync(Stop)).Code!, Stop);
        // SQLite answers a full file exactly as a full disk.
        await stores.Database.WriteAsync(
            session => session.Number($"PRAGMA max_page_count = {session.Number("PRAGMA page_count")}"),
            Stop
        );
        var acknowledged = new List<TokenHash> { token.Hash };

        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
        {
            while (true)
            {
                acknowledged.Add(await RotateAsync(stores, acknowledged[^1]));
            }
        });

        Assert.Contains("disk is full", failure.Message, StringComparison.Ordinal);
        foreach (var hash in acknowledged)
        {
            Assert.NotNull(await stores.Tokens.FindRefreshTokenAsync(hash, Stop));
        }

        await stores.Database.WriteAsync(session => session.Number("PRAGMA max_page_count = 1000000"), Stop);
        await RotateAsync(stores, acknowledged[^1]);
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_says_so_and_is_still_read()
    {
        using var stores = Open("sqlite");
        var made = await stores.SignInAsync(Stop);
        await stores.Database.WriteAsync(session => session.Execute("PRAGMA query_only = ON"), Stop);

        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => stores.RedeemAsync(made.Code!, Stop));

        Assert.Contains("may not write", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(await stores.Tokens.FindCodeAsync(made.Code!.Hash, Stop));
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Database)!);
        await File.WriteAllTextAsync(folder.Database, new string('x', 10_000), Stop);
        using var stores = Stores.Sqlite(folder.Database);

        var failure = Assert.Throws<StorageUnavailableException>(stores.Database.EnsureOpen);

        Assert.Contains("no database", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_stops_the_start()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "", Stop);
        using var stores = Stores.Sqlite(Path.Combine(file, "gatehouse.db"));

        var failure = Assert.Throws<StorageUnavailableException>(stores.Database.EnsureOpen);

        Assert.Contains("cannot be created", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<TokenHash> RotateAsync(Stores stores, TokenHash predecessor)
    {
        var successor = Sample.Hash();
        var expiry = Sample.Now.AddDays(30);
        Assert.True(await stores.Tokens.TryRotateAsync(predecessor, successor, new byte[72], Sample.Now, expiry, Stop));
        return successor;
    }
}
