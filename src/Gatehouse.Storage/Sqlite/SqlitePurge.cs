namespace Gatehouse.Storage.Sqlite;

/// <summary>Deletes in small steps, so that sign-ins and refreshes pass between them.</summary>
internal static class SqlitePurge
{
    /// <summary>Rows of one step; some milliseconds.</summary>
    public const int BatchSize = 500;

    /// <summary>Repeats a statement that changes at most <see cref="BatchSize"/> rows until none is left.</summary>
    public static async Task PurgeAsync(
        this SqliteDatabase database,
        Func<SqliteSession, int> step,
        CancellationToken cancellationToken
    )
    {
        while (await database.WriteAsync(step, cancellationToken) >= BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
