using Gatehouse.AspNetCore.Sessions;

namespace Gatehouse.AspNetCore.Memory;

internal sealed class MemorySessionStore(MemoryState state) : ISessionStore
{
    public Task SaveAsync(StoredSession session, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.Sessions[session.Id] = session, cancellationToken);

    public Task<StoredSession?> FindAsync(string id, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.Sessions.GetValueOrDefault(id), cancellationToken);

    public Task PurgeAsync(DateTimeOffset lastUsedBefore, CancellationToken cancellationToken) =>
        state.RunAsync(
            () => state.Sessions.RemoveWhere(session => session.LastUsedAt < lastUsedBefore),
            cancellationToken
        );
}
