using Gatehouse.AspNetCore.Storage;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

/// <summary>
/// The one writer of this process, on a thread of its own because a commit waits for the disk. What arrives while it waits forms
/// the next group: one transaction, one flush. Nobody hears of a write before its group is on the disk.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly object gate = new();
    private readonly SqliteSession session;
    private readonly string path;
    private readonly Thread thread;
    private List<PendingWrite> waiting = [];
    private bool closing;

    public SqliteWriter(SqliteSession session, string path)
    {
        this.session = session;
        this.path = path;
        thread = new Thread(Run) { Name = "Gatehouse storage", IsBackground = true };
        thread.Start();
    }

    /// <summary>Hands over a write; cancellation ends the wait, and the write too if it was not taken up yet.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        var write = new PendingWrite<T>(work, cancellationToken);
        lock (gate)
        {
            if (closing)
            {
                write.Fail(
                    new StorageUnavailableException($"The database '{path}' is closed: the server is stopping.")
                );
                return write.Task;
            }

            waiting.Add(write);
            if (waiting.Count == 1)
            {
                Monitor.Pulse(gate);
            }
        }

        return write.Task;
    }

    /// <summary>Finishes what was handed over and closes the connection.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (closing)
            {
                return;
            }

            closing = true;
            Monitor.Pulse(gate);
        }

        thread.Join();
        session.Dispose();
    }

    private void Run()
    {
        var group = new List<PendingWrite>();
        while (Take(ref group))
        {
            Write(group);
            group.Clear();
        }
    }

    private bool Take(ref List<PendingWrite> group)
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !closing)
            {
                Monitor.Wait(gate);
            }

            (group, waiting) = (waiting, group);
            return group.Count > 0;
        }
    }

    private void Write(List<PendingWrite> group)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            // Savepoints copy every page they touch, which doubles the price of a rotation: taken only when one of the group failed.
            if (!group.TrueForAll(write => write.TryRun(session)))
            {
                RollBack();
                session.Execute("BEGIN IMMEDIATE");
                group.ForEach(write => write.RunGuarded(session));
            }

            session.Execute("COMMIT");
        }
        catch (Exception e)
        {
            RollBack();
            var reason = SqliteFailure.Translate(e, path);
            group.ForEach(write => write.Fail(reason));
            return;
        }

        group.ForEach(write => write.Complete());
    }

    private void RollBack()
    {
        try
        {
            if (session.IsInTransaction)
            {
                session.Execute("ROLLBACK");
            }
        }
        catch (SqliteException)
        {
            // The disk that refused a write may refuse this too; SQLite has ended the transaction all the same.
        }
    }
}
