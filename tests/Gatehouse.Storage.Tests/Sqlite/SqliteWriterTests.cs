using Gatehouse.AspNetCore.Storage;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gatehouse.Storage.Tests.Sqlite;

public sealed class SqliteWriterTests : StoreTests
{
    [Fact]
    public async Task Writes_that_arrive_together_share_one_commit()
    {
        using var stores = Open("sqlite");
        var commits = 0;
        await stores.Database.WriteAsync(session => CountCommits(session, () => commits++), Stop);
        using var gate = new ManualResetEventSlim();

        var first = stores.Database.WriteAsync(session => Hold(session, gate), Stop);
        var writes = Enumerable.Range(0, 100).Select(i => Append(stores.Database, $"line-{i}")).ToList();
        gate.Set();
        await first;
        await Task.WhenAll(writes);

        // One that set the counter, one that was held, one of all the others.
        Assert.InRange(commits, 2, 3);
        Assert.Equal(100, (await stores.Audit.ListAsync(new AuditQuery(1000), Stop)).Count);
    }

    [Fact]
    public async Task A_write_that_throws_harms_only_itself()
    {
        using var stores = Open("sqlite");
        using var gate = new ManualResetEventSlim();
        var first = stores.Database.WriteAsync(session => Hold(session, gate), Stop);

        var before = Append(stores.Database, "before");
        var half = stores.Database.WriteAsync<int>(
            session =>
            {
                SqliteAuditLog.Append(session, Sample.Audit("half"));
                throw new InvalidOperationException("of the caller");
            },
            Stop
        );
        var wrong = stores.Database.WriteAsync(session => session.Execute("INSERT INTO nowhere VALUES (1)"), Stop);
        var after = Append(stores.Database, "after");
        gate.Set();

        await Task.WhenAll(first, before, after);
        await Task.WhenAny(half);
        await Task.WhenAny(wrong);
        Assert.Equal("of the caller", half.Exception?.InnerException?.Message);
        Assert.IsType<SqliteException>(wrong.Exception?.InnerException);
        Assert.Equal(
            ["after", "before"],
            (await stores.Audit.ListAsync(new AuditQuery(10), Stop)).Select(line => line.Event)
        );
    }

    [Fact]
    public async Task A_sign_in_that_breaks_in_the_middle_leaves_nothing()
    {
        using var stores = Open("sqlite");
        var first = await stores.SignInAsync(Stop);
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
        var made = Sample.SignIn(transaction, Sample.Bob, "client-2", Sample.Credential());

        await Assert.ThrowsAsync<SqliteException>(() =>
            stores.Connections.ConnectAsync(made with { Code = first.Code }, Stop)
        );

        Assert.Null(await stores.Connections.FindAsync(made.Connection.Id, Stop));
        Assert.Null(await stores.Clients.FindAsync(made.Client.Hash, Stop));
        Assert.Equal(1, (await stores.Transactions.FindAsync(transaction.Id, Sample.Now, Stop))!.Version);
        Assert.NotNull(await stores.Connections.ConnectAsync(made, Stop));
    }

    [Fact]
    public async Task Nobody_hears_of_a_write_before_its_commit()
    {
        using var stores = Open("sqlite");
        Task<int>? write = null;
        var heardBeforeCommit = true;
        await stores.Database.WriteAsync(
            session => CountCommits(session, () => heardBeforeCommit = write?.IsCompleted ?? true),
            Stop
        );

        using var gate = new ManualResetEventSlim();
        var first = stores.Database.WriteAsync(session => Hold(session, gate), Stop);
        write = Append(stores.Database, "line");
        gate.Set();
        await Task.WhenAll(first, write);

        Assert.False(heardBeforeCommit);
    }

    [Fact]
    public async Task A_caller_that_leaves_ends_its_wait_but_not_a_write_that_was_taken_up()
    {
        using var stores = Open("sqlite");
        using var gate = new ManualResetEventSlim();
        using var taken = new ManualResetEventSlim();
        using var leaving = new CancellationTokenSource();

        var takenUp = stores.Database.WriteAsync(
            session =>
            {
                taken.Set();
                gate.Wait(CancellationToken.None);
                return SqliteAuditLog.Append(session, Sample.Audit("taken up"));
            },
            leaving.Token
        );
        taken.Wait(Stop);
        var waiting = stores.Database.WriteAsync(
            session => SqliteAuditLog.Append(session, Sample.Audit("still waiting")),
            leaving.Token
        );
        await leaving.CancelAsync();
        await Task.WhenAny(takenUp);
        await Task.WhenAny(waiting);
        Assert.True(takenUp.IsCanceled);
        Assert.True(waiting.IsCanceled);
        gate.Set();
        await Append(stores.Database, "later");

        Assert.Equal(
            ["later", "taken up"],
            (await stores.Audit.ListAsync(new AuditQuery(10), Stop)).Select(line => line.Event)
        );
    }

    [Fact]
    public async Task Closing_finishes_what_was_handed_over_and_refuses_the_rest()
    {
        using var folder = new TemporaryFolder();
        var stores = Stores.Sqlite(folder.Database);
        var writes = Enumerable.Range(0, 100).Select(i => Append(stores.Database, $"line-{i}")).ToList();
        var database = stores.Database;

        stores.Dispose();

        await Task.WhenAll(writes);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Append(database, "late"));
        await Assert.ThrowsAsync<StorageUnavailableException>(() =>
            database.ReadAsync(session => session.Number("SELECT 1"), Stop)
        );
        using var again = Stores.Sqlite(folder.Database);
        Assert.Equal(100, (await again.Audit.ListAsync(new AuditQuery(1000), Stop)).Count);
    }

    private static Task<int> Append(SqliteDatabase database, string name) =>
        database.WriteAsync(session => SqliteAuditLog.Append(session, Sample.Audit(name)), Stop);

    private static int Hold(SqliteSession session, ManualResetEventSlim gate)
    {
        gate.Wait(Stop);
        return session.Execute("SELECT 1");
    }

    private static int CountCommits(SqliteSession session, Action counted)
    {
        raw.sqlite3_commit_hook(
            session.Connection.Handle,
            _ =>
            {
                counted();
                return 0;
            },
            null
        );
        return 0;
    }
}
