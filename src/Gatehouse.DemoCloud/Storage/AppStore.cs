namespace Gatehouse.DemoCloud.Storage;

/// <summary>What an app remembers: one immutable state. Reads look at <see cref="Current"/>; changes happen one after the other.</summary>
internal sealed class AppStore<T>(T state, Func<T, CancellationToken, Task> saveAsync) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile T current = state;

    public T Current => current;

    /// <summary>
    /// Runs <paramref name="change"/> on the newest state with no other change in between, so that a check and the write after it are one
    /// step. It is saved before anybody can see it. A change to null leaves the state as it is.
    /// </summary>
    public async Task<TResult> ChangeAsync<TResult>(
        Func<T, (T? State, TResult Result)> change,
        CancellationToken cancellationToken
    )
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            var (next, result) = change(current);
            if (next is not null)
            {
                await saveAsync(next, cancellationToken);
                current = next;
            }

            return result;
        }
        finally
        {
            _ = writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();
}
