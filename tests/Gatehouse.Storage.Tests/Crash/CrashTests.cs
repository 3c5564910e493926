using System.Security.Cryptography;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;

namespace Gatehouse.Storage.Tests.Crash;

/// <summary>Real processes, really killed.</summary>
public sealed class CrashTests : StoreTests
{
    private const int Kills = 50;

    [Fact]
    public async Task After_kill_9_at_50_random_moments_every_acknowledged_write_is_there_and_the_database_is_whole()
    {
        using var folder = new TemporaryFolder();
        var acknowledged = new List<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var child = new ChildProcess("work", folder.Database);
            // "starting" is the first line: some die while they make or open the database.
            for (var lines = kill % 10 == 0 ? 1 : RandomNumberGenerator.GetInt32(2, 100); lines > 0; lines--)
            {
                acknowledged.Add((await child.ReadAsync(Stop))!);
            }

            child.Kill();
            while (await child.ReadAsync(Stop) is { } line)
            {
                acknowledged.Add(line);
            }

            Assert.True(await child.WasKilledAsync(Stop));
            using var stores = Stores.Sqlite(folder.Database);
            Assert.Equal("ok", await IntegrityAsync(stores));
        }

        using var survivors = Stores.Sqlite(folder.Database);
        Assert.InRange(acknowledged.Count, Kills, int.MaxValue);
        foreach (var line in acknowledged.Where(line => line != "starting"))
        {
            Assert.True(await IsThereAsync(survivors, line.Split(' ')), $"Lost: {line}");
        }
    }

    [Fact]
    public async Task A_sign_in_killed_before_its_commit_leaves_nothing_and_can_be_done_again()
    {
        using var folder = new TemporaryFolder();
        var transaction = Sample.Transaction();
        using (var stores = Stores.Sqlite(folder.Database))
        {
            await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
        }

        await KillInAsync("sign-in", folder, transaction.Id.Value);

        using var after = Stores.Sqlite(folder.Database);
        Assert.Empty(await after.Connections.ListAsync(Sample.Alice.Key, Stop));
        Assert.Null(await after.Clients.FindAsync(TokenHash.Of("client-1"), Stop));
        Assert.Empty(await after.Audit.ListAsync(new AuditQuery(1), Stop));
        Assert.NotNull(await after.Connections.ConnectAsync(Sample.SignIn(transaction), Stop));
    }

    [Fact]
    public async Task A_redemption_killed_before_its_commit_leaves_the_code_unused()
    {
        using var folder = new TemporaryFolder();
        var code = (await PrepareAsync(folder, stores => stores.SignInAsync(Stop))).Code!;

        await KillInAsync("redeem", folder, code.Hash.Value);

        using var after = Stores.Sqlite(folder.Database);
        Assert.Null((await after.Tokens.FindCodeAsync(code.Hash, Stop))!.Family);
        await after.RedeemAsync(code, Stop);
    }

    [Fact]
    public async Task A_refresh_killed_before_its_commit_leaves_the_token_unused()
    {
        using var folder = new TemporaryFolder();
        var token = await PrepareAsync(
            folder,
            async stores => await stores.RedeemAsync((await stores.SignInAsync(Stop)).Code!, Stop)
        );

        await KillInAsync("rotate", folder, token.Hash.Value);

        using var after = Stores.Sqlite(folder.Database);
        Assert.Equal(token, await after.Tokens.FindRefreshTokenAsync(token.Hash, Stop));
        var expiry = Sample.Now.AddDays(1);
        Assert.True(await after.Tokens.TryRotateAsync(token.Hash, Sample.Hash(), [1], Sample.Now, expiry, Stop));
    }

    [Fact]
    public async Task A_revocation_killed_before_its_commit_leaves_the_connection_alive_as_a_whole()
    {
        using var folder = new TemporaryFolder();
        var made = await PrepareAsync(folder, stores => stores.SignInAsync(Stop, credential: Sample.Credential()));

        await KillInAsync("revoke", folder, made.Connection.Id.Value);

        using var after = Stores.Sqlite(folder.Database);
        Assert.Null((await after.Connections.FindAsync(made.Connection.Id, Stop))!.RevokedAt);
        Assert.NotNull(await after.Vault.FindAsync(made.Connection.Id, Stop));
        Assert.Empty(await after.Vault.ListDeletionsAsync(Sample.Now, 1, Stop));
        Assert.True(await after.Connections.RevokeAsync(made.Connection.Id, Sample.Now, Sample.Audit(), Stop));
    }

    [Fact]
    public async Task Another_process_reads_while_this_one_is_writing()
    {
        using var folder = new TemporaryFolder();
        using var stores = Stores.Sqlite(folder.Database);
        await stores.SignInAsync(Stop);
        using var gate = new ManualResetEventSlim();
        var open = stores.Database.WriteAsync(
            session =>
            {
                var changed = session.Execute("UPDATE connections SET display_name = 'not committed'");
                gate.Wait(Stop);
                return changed;
            },
            Stop
        );

        using var child = new ChildProcess("count", folder.Database);
        var answer = await child.ReadAsync(Stop);
        gate.Set();

        Assert.Equal("1", answer);
        Assert.Equal(1, await open);
    }

    private static async Task<T> PrepareAsync<T>(TemporaryFolder folder, Func<Stores, Task<T>> prepare)
    {
        using var stores = Stores.Sqlite(folder.Database);
        return await prepare(stores);
    }

    private static async Task KillInAsync(string step, TemporaryFolder folder, string value)
    {
        using var child = new ChildProcess(step, folder.Database, value);
        Assert.True(await child.WasKilledAsync(Stop), $"The child survived the step {step}.");
    }

    private static Task<string?> IntegrityAsync(Stores stores) =>
        stores.Database.ReadAsync(
            session =>
                session.Find("PRAGMA foreign_key_check", row => row.GetString(0))
                ?? session.Find("PRAGMA integrity_check", row => row.GetString(0)),
            Stop
        );

    private static async Task<bool> IsThereAsync(Stores stores, string[] words) =>
        words switch
        {
            ["connected", var connection, var code] => await stores.Tokens.FindCodeAsync(Hash(code), Stop) is not null
                && await stores.Connections.FindAsync(ConnectionId.Of(connection), Stop) is not null,
            ["redeemed", var code, var token] => (await stores.Tokens.FindCodeAsync(Hash(code), Stop))!.Family
                == (await stores.Tokens.FindRefreshTokenAsync(Hash(token), Stop))!.Family.Id,
            ["rotated", var token, var successor] => (await stores.Tokens.FindRefreshTokenAsync(Hash(token), Stop))
                is { RotatedAt: not null }
                && await stores.Tokens.FindRefreshTokenAsync(Hash(successor), Stop) is not null,
            ["revoked", var connection, var token] => (
                await stores.Connections.FindAsync(ConnectionId.Of(connection), Stop)
            )
                is { RevokedAt: not null }
                && (await stores.Tokens.FindRefreshTokenAsync(Hash(token), Stop))!.Family.RevokedAt is not null,
            _ => throw new FormatException($"The child said {string.Join(' ', words)}."),
        };

    private static TokenHash Hash(string text) => TokenHash.FromStore(text);
}
