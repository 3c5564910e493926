using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>Keeps calendars or address books.</summary>
internal sealed class ObjectStore(AppStore<ObjectsState> store)
{
    public ObjectsState Current => store.Current;

    /// <summary>Runs a change on the newest state, alone, so that a check of an ETag and the write after it are one step.</summary>
    public Task<T> ChangeAsync<T>(Func<ObjectsState, Step<T>> change, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            state =>
            {
                var step = change(state);
                return (step.Next, step.Result);
            },
            cancellationToken
        );
}
