using Gatehouse.AspNetCore.Sessions;

namespace Gatehouse.AspNetCore.Memory;

internal sealed class MemorySessionStore(MemoryState state) : ISessionStore
{
    public Task AddAsync(StoredSession session, int atMost, CancellationToken cancellationToken) =>
        state.RunAsync(() => Add(session, atMost), cancellationToken);

    public Task<StoredSession?> FindAsync(string id, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.Sessions.GetValueOrDefault(id), cancellationToken);

    public Task NoteUsedAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        state.RunAsync(
            () =>
            {
                if (state.Sessions.TryGetValue(id, out var used))
                {
                    state.Sessions[id] = used with { LastUsedAt = at };
                }
            },
            cancellationToken
        );

    public Task RemoveAsync(string id, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.Sessions.Remove(id), cancellationToken);

    public Task PurgeAsync(DateTimeOffset lastUsedBefore, CancellationToken cancellationToken) =>
        state.RunAsync(
            () => state.Sessions.RemoveWhere(session => session.LastUsedAt < lastUsedBefore),
            cancellationToken
        );

    private void Add(StoredSession session, int atMost)
    {
        if (!state.Sessions.TryAdd(session.Id, session))
        {
            return;
        }

        var others = state.Sessions.Values.Where(one => one.Connection == session.Connection && one.Id != session.Id);
        foreach (var crowdedOut in others.OrderByDescending(one => one.LastUsedAt).Skip(atMost - 1).ToList())
        {
            state.Sessions.Remove(crowdedOut.Id);
        }
    }
}
