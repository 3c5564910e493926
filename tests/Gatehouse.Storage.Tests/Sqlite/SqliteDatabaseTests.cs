using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Memory;
using Gatehouse.AspNetCore.Sessions;
using Gatehouse.AspNetCore.Storage;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;
using Gatehouse.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Gatehouse.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : StoreTests
{
    [Fact]
    public async Task Everything_is_there_after_closing_and_opening_again()
    {
        using var folder = new TemporaryFolder();
        var session = new StoredSession("session-1", ConnectionId.New(), "{}", Sample.Now);
        NewConnection made;
        RefreshTokenRecord token;
        using (var stores = Stores.Sqlite(folder.Database))
        {
            made = await stores.SignInAsync(Stop, credential: Sample.Credential());
            token = await stores.RedeemAsync(made.Code!, Stop);
            await stores.Sessions.AddAsync(session, 1, Stop);
        }

        Assert.Equal([folder.Database], Directory.GetFiles(Path.GetDirectoryName(folder.Database)!));
        using var again = Stores.Sqlite(folder.Database);
        Assert.Equal(made.Connection, await again.Connections.FindAsync(made.Connection.Id, Stop));
        Assert.Equal(token, await again.Tokens.FindRefreshTokenAsync(token.Hash, Stop));
        Assert.Equal(session, await again.Sessions.FindAsync("session-1", Stop));
        Assert.NotNull(await again.Vault.FindAsync(made.Connection.Id, Stop));
    }

    [Fact]
    public async Task File_log_and_folder_are_the_owners_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes.");
            return;
        }

        using var folder = new TemporaryFolder();
        using var stores = Stores.Sqlite(folder.Database);
        await stores.SignInAsync(Stop);

        const UnixFileMode file = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var directory = Path.GetDirectoryName(folder.Database)!;
        Assert.Equal(file | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
        var files = Directory.GetFiles(directory);
        Assert.Equal(3, files.Length);
        foreach (var one in files)
        {
            Assert.Equal(file, File.GetUnixFileMode(one));
        }
    }

    [Fact]
    public async Task The_writer_is_durable_and_erases()
    {
        using var stores = Open("sqlite");

        var settings = await stores.Database.WriteAsync(
            session =>
                (
                    Synchronous: session.Number("PRAGMA synchronous"),
                    SecureDelete: session.Number("PRAGMA secure_delete"),
                    Journal: session.Find("PRAGMA journal_mode", row => row.GetString(0))
                ),
            Stop
        );

        Assert.Equal((2, 1, "wal"), settings);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        using (var stores = Stores.Sqlite(folder.Database))
        {
            await stores.SignInAsync(Stop);
            await stores.Database.WriteAsync(session => session.Execute("PRAGMA user_version = 99"), Stop);
        }

        var before = await File.ReadAllBytesAsync(folder.Database, Stop);
        using (var older = Stores.Sqlite(folder.Database))
        {
            var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => older.SignInAsync(Stop));
            Assert.Contains("newer Gatehouse (schema 99", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(folder.Database, Stop));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Database)!);
        await using (var other = new SqliteConnection($"Data Source={folder.Database};Pooling=False"))
        {
            await other.OpenAsync(Stop);
            await using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE recipes (name TEXT)";
            await command.ExecuteNonQueryAsync(Stop);
        }

        using var stores = Stores.Sqlite(folder.Database);

        var failure = Assert.Throws<StorageUnavailableException>(stores.Database.EnsureOpen);
        Assert.Contains("another program", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Database)!);
        await using var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        await connection.OpenAsync(Stop);
        using var session = new SqliteSession(connection);
        // Marked as ours at version 0, with a table that the first script makes in its middle.
        session.Execute($"PRAGMA application_id = {SqliteMigrations.ApplicationId}");
        session.Execute("CREATE TABLE families (name TEXT)");

        Assert.Throws<SqliteException>(() => SqliteMigrations.Apply(session, folder.Database));

        Assert.Equal(0, session.Number("PRAGMA user_version"));
        Assert.Equal(1, session.Number("SELECT COUNT(*) FROM sqlite_schema"));
        Assert.False(session.IsInTransaction);
    }

    [Fact]
    public async Task Two_processes_worth_of_connections_write_one_file_and_see_each_other()
    {
        using var folder = new TemporaryFolder();
        using var server = Stores.Sqlite(folder.Database);
        using var commandLine = Stores.Sqlite(folder.Database);

        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    Task.Run(() => (i % 2 == 0 ? server : commandLine).SignInAsync(Stop, client: $"client-{i}"), Stop)
                )
        );

        var revoked = made[0].Connection.Id;
        Assert.Equal(40, (await server.Connections.ListAsync(Sample.Alice.Key, Stop)).Count);
        Assert.True(await commandLine.Connections.RevokeAsync(revoked, Sample.Now, Sample.Audit(), Stop));
        Assert.Equal([revoked], await server.Connections.ListRevokedSinceAsync(Sample.Now, Stop));
    }

    [Fact]
    public async Task No_secret_stands_in_the_files()
    {
        using var folder = new TemporaryFolder();
        using var stores = Stores.Sqlite(folder.Database);
        var (code, first, second) = (AuthorizationCode.New(), RefreshToken.New(), RefreshToken.New());
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
        var made = Sample.SignIn(transaction);
        made = made with { Code = made.Code! with { Hash = code.Hash } };
        await stores.Connections.ConnectAsync(made, Stop);
        await stores.Tokens.TryRedeemAsync(code.Hash, Sample.Family(made.Code), first.Hash, Sample.Now, Stop);
        await stores.Tokens.TryRotateAsync(first.Hash, second.Hash, new byte[60], Sample.Now, Sample.Now, Stop);

        var files = Directory.GetFiles(Path.GetDirectoryName(folder.Database)!).Select(ReadShared).ToList();

        Assert.Contains(files, bytes => Holds(bytes, second.Hash.Value));
        Assert.DoesNotContain(files, bytes => Holds(bytes, code.Reveal()));
        Assert.DoesNotContain(files, bytes => Holds(bytes, first.Reveal()));
        Assert.DoesNotContain(files, bytes => Holds(bytes, second.Reveal()));
    }

    [Fact]
    public async Task What_is_erased_is_gone_from_the_files_after_closing()
    {
        using var folder = new TemporaryFolder();
        var marker = "sealed-successor-of-a-token"u8.ToArray();
        using (var stores = Stores.Sqlite(folder.Database))
        {
            var token = await stores.RedeemAsync((await stores.SignInAsync(Stop)).Code!, Stop);
            await stores.Tokens.TryRotateAsync(token.Hash, Sample.Hash(), marker, Sample.Now, token.ExpiresAt, Stop);
        }

        Assert.True((await File.ReadAllBytesAsync(folder.Database, Stop)).AsSpan().IndexOf(marker) >= 0);
        using (var stores = Stores.Sqlite(folder.Database))
        {
            await stores.Tokens.PurgeAsync(Sample.Now, Sample.Now.AddMinutes(10), Stop);
        }

        Assert.True((await File.ReadAllBytesAsync(folder.Database, Stop)).AsSpan().IndexOf(marker) < 0);
    }

    [Fact]
    public async Task The_host_opens_the_database_before_it_listens_and_closes_it_after()
    {
        using var folder = new TemporaryFolder();
        await using var app = Host(folder.Database);
        await app.StartAsync(Stop);
        Assert.True(File.Exists(folder.Database + "-wal"));

        await app.StopAsync(Stop);

        Assert.False(File.Exists(folder.Database + "-wal"));
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_stops_the_start_before_the_server_listens()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Database);
        await using var app = Host(folder.Database);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => app.StartAsync(Stop));

        Assert.DoesNotContain(app.Urls, url => !url.EndsWith(":0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_database_takes_the_place_of_memory_whichever_was_added_first()
    {
        using var folder = new TemporaryFolder();
        using var before = new ServiceCollection()
            .AddSqliteStorage(folder.Database)
            .TryAddMemoryStorage()
            .BuildServiceProvider();
        using var after = new ServiceCollection()
            .TryAddMemoryStorage()
            .AddSqliteStorage(folder.Database)
            .BuildServiceProvider();

        Assert.IsType<SqliteVaultStore>(before.GetRequiredService<IVaultStore>());
        Assert.IsType<SqliteVaultStore>(after.GetRequiredService<IVaultStore>());
    }

    private static WebApplication Host(string path)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore().AddSqliteStorage(path);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context => Task.CompletedTask);
        return app;
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
}
