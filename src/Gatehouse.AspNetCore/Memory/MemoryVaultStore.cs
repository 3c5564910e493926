using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.AspNetCore.Memory;

internal sealed class MemoryVaultStore(MemoryState state) : IVaultStore
{
    public Task<StoredCredential?> FindAsync(ConnectionId connection, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.Credentials.GetValueOrDefault(connection), cancellationToken);

    public Task<StoredLink?> FindLinkAsync(string personKey, string signIn, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.Links.GetValueOrDefault((personKey, signIn)), cancellationToken);

    public Task LinkAsync(StoredLink link, AuditEntry audit, CancellationToken cancellationToken) =>
        state.RunAsync(
            () =>
            {
                if (state.Links.Remove(Key(link), out var former))
                {
                    Queue(state, former.Credential, audit.At);
                }

                state.Links.Add(Key(link), link);
                MemoryAuditLog.Append(state, audit);
            },
            cancellationToken
        );

    public Task<bool> UnlinkAsync(StoredLink link, AuditEntry audit, CancellationToken cancellationToken) =>
        state.RunAsync(
            () =>
            {
                if (state.Links.GetValueOrDefault(Key(link))?.Credential.Id != link.Credential.Id)
                {
                    return false;
                }

                state.Links.Remove(Key(link));
                Queue(state, link.Credential, audit.At);
                MemoryAuditLog.Append(state, audit);
                return true;
            },
            cancellationToken
        );

    public Task QueueDeletionAsync(
        StoredCredential credential,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => state.RunAsync(() => Queue(state, credential, now), cancellationToken);

    public Task<IReadOnlyList<PendingDeletion>> ListDeletionsAsync(
        DateTimeOffset now,
        int atMost,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync<IReadOnlyList<PendingDeletion>>(
            () =>
                [
                    .. state
                        .Deletions.Values.Where(entry => entry.DueAt <= now)
                        .OrderBy(entry => entry.DueAt)
                        .ThenBy(entry => entry.Deletion.Credential.Id, StringComparer.Ordinal)
                        .Take(atMost)
                        .Select(entry => entry.Deletion),
                ],
            cancellationToken
        );

    public Task CompleteDeletionAsync(string credentialId, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.Deletions.Remove(credentialId), cancellationToken);

    public Task PostponeDeletionAsync(string credentialId, DateTimeOffset until, CancellationToken cancellationToken) =>
        state.RunAsync(
            () =>
            {
                if (state.Deletions.TryGetValue(credentialId, out var entry))
                {
                    var failed = entry.Deletion with { Attempts = entry.Deletion.Attempts + 1 };
                    state.Deletions[credentialId] = (failed, until);
                }
            },
            cancellationToken
        );

    private static (string PersonKey, string SignIn) Key(StoredLink link) => (link.PersonKey, link.Credential.SignIn);

    /// <summary>Moves the credential of a connection, if it has one, to the queue.</summary>
    public static void Retire(MemoryState state, ConnectionId connection, DateTimeOffset now)
    {
        if (state.Credentials.Remove(connection, out var former))
        {
            Queue(state, former, now);
        }
    }

    /// <summary>Queues a credential that nobody uses.</summary>
    public static void Queue(MemoryState state, StoredCredential credential, DateTimeOffset now) =>
        state.Deletions.TryAdd(credential.Id, (new PendingDeletion(credential, 0), now));
}
