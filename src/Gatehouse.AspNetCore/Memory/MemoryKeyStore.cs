using Gatehouse.AspNetCore.Keys;

namespace Gatehouse.AspNetCore.Memory;

internal sealed class MemoryKeyStore(MemoryState state) : IKeyStore
{
    public Task<IReadOnlyList<StoredKey>> ListAsync(CancellationToken cancellationToken) =>
        state.RunAsync<IReadOnlyList<StoredKey>>(
            () => [.. state.Keys.OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal)],
            cancellationToken
        );

    public Task AddAsync(StoredKey key, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.Keys.Add(key), cancellationToken);
}
