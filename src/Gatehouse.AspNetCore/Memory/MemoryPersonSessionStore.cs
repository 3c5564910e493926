using Gatehouse.AspNetCore.People;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Memory;

internal sealed class MemoryPersonSessionStore(MemoryState state) : IPersonSessionStore
{
    public Task<bool> TryBeginAsync(NewPersonSession session, CancellationToken cancellationToken) =>
        state.RunAsync(
            () =>
            {
                if (!MemoryTransactionStore.TryUpdate(state, session.Transaction))
                {
                    return false;
                }

                state.PersonSessions.Add(session.Session.Hash, session.Session);
                if (session.Credential is { } credential)
                {
                    MemoryVaultStore.Queue(state, credential, session.Audit.At);
                }

                MemoryAuditLog.Append(state, session.Audit);
                return true;
            },
            cancellationToken
        );

    public Task<PersonSession?> FindAsync(TokenHash hash, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.PersonSessions.GetValueOrDefault(hash), cancellationToken);

    public Task NoteUsedAsync(TokenHash hash, DateTimeOffset at, CancellationToken cancellationToken) =>
        state.RunAsync(
            () =>
            {
                if (state.PersonSessions.TryGetValue(hash, out var used))
                {
                    state.PersonSessions[hash] = used with { LastUsedAt = at };
                }
            },
            cancellationToken
        );

    public Task EndAsync(TokenHash hash, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.PersonSessions.Remove(hash), cancellationToken);

    public Task PurgeAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.PersonSessions.RemoveWhere(session => session.ExpiresAt <= now), cancellationToken);
}
