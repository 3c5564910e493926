namespace Gatehouse.Storage.Sqlite;

/// <summary>A write on its way to the disk.</summary>
internal abstract class PendingWrite
{
    private Exception? failure;

    /// <summary>True when the caller left before the work began: it is not done then.</summary>
    protected abstract bool IsAbandoned { get; }

    /// <summary>Does the work inside the group's transaction.</summary>
    /// <returns>False when it threw; then the transaction holds half of it.</returns>
    public bool TryRun(SqliteSession session)
    {
        failure = null;
        try
        {
            if (!IsAbandoned)
            {
                Work(session);
            }
        }
        catch (Exception e)
        {
            failure = SqliteFailure.Translate(e, session.Connection.DataSource);
        }

        return failure is null;
    }

    /// <summary>
    /// The same in a savepoint: an exception undoes this work alone and is kept for the caller; one that ended the transaction,
    /// as a full disk does, is the whole group's.
    /// </summary>
    public void RunGuarded(SqliteSession session)
    {
        session.Execute("SAVEPOINT write");
        if (!TryRun(session))
        {
            if (!session.IsInTransaction)
            {
                throw failure!;
            }

            session.Execute("ROLLBACK TO write");
        }

        session.Execute("RELEASE write");
    }

    /// <summary>The group is on the disk: the caller hears the result.</summary>
    public void Complete()
    {
        if (failure is null)
        {
            Succeed();
        }
        else
        {
            Fail(failure);
        }
    }

    /// <summary>The write is lost: the caller hears why.</summary>
    public abstract void Fail(Exception exception);

    protected abstract void Work(SqliteSession session);

    protected abstract void Succeed();
}
