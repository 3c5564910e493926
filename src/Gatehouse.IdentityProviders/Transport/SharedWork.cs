namespace Gatehouse.IdentityProviders.Transport;

/// <summary>Work that several want at the same moment and that is done once; nobody's leaving ends it, and nothing of it is kept.</summary>
internal sealed class SharedWork<TKey, T>
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Task<T>> underWay = [];

    /// <summary>What the work of this key brings: of the one that is under way, or of this one.</summary>
    public Task<T> RunAsync(TKey key, Func<Task<T>> work, CancellationToken cancellationToken) =>
        StartAsync(key, work).WaitAsync(cancellationToken);

    private Task<T> StartAsync(TKey key, Func<Task<T>> work)
    {
        lock (gate)
        {
            if (!underWay.TryGetValue(key, out var task))
            {
                task = DoAsync(key, work);
                underWay.Add(key, task);
            }

            return task;
        }
    }

    private async Task<T> DoAsync(TKey key, Func<Task<T>> work)
    {
        // Out of the lock this was started in.
        await Task.Yield();
        try
        {
            return await work();
        }
        finally
        {
            lock (gate)
            {
                underWay.Remove(key);
            }
        }
    }
}
