namespace Gatehouse.DemoCloud.Objects;

/// <summary>Keeps calendars or address books. Reads look at <see cref="Current"/>; changes happen one after the other.</summary>
internal sealed class ObjectStore(ObjectsState state) : IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile ObjectsState current = state;

    public ObjectsState Current => current;

    /// <summary>Runs a change on the newest state, alone, so that a check of an ETag and the write after it are one step.</summary>
    public async Task<T> ChangeAsync<T>(Func<ObjectsState, Step<T>> change, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            var step = change(current);
            current = step.Next ?? current;
            return step.Result;
        }
        finally
        {
            _ = writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();
}
