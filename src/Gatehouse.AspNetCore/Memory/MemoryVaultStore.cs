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

    public Task<IReadOnlyList<ConnectionId>?> UnlinkAsync(
        StoredLink link,
        AuditEntry audit,
        CancellationToken cancellationToken
    ) => state.RunAsync<IReadOnlyList<ConnectionId>?>(() => Unlink(link, audit), cancellationToken);

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

    private List<ConnectionId>? Unlink(StoredLink link, AuditEntry audit)
    {
        if (state.Links.GetValueOrDefault(Key(link))?.Credential.Id != link.Credential.Id)
        {
            return null;
        }

        state.Links.Remove(Key(link));
        Queue(state, link.Credential, audit.At);
        MemoryAuditLog.Append(state, audit);
        List<ConnectionId> living =
        [
            .. state
                .Connections.Values.Where(found => found.RevokedAt is null && found.Person.Key == link.PersonKey)
                .Select(found => found.Id),
        ];
        foreach (var id in living)
        {
            var entry = audit with { Event = "connection.revoked", Connection = id.Value };
            MemoryConnectionStore.Revoke(state, id, audit.At, entry);
        }

        return living;
    }

    private static (string PersonKey, string SignIn) Key(StoredLink link) => (link.PersonKey, link.Credential.SignIn);

    public Task<bool> TryLeaseAsync(
        ConnectionId connection,
        string credentialId,
        string holder,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync(
            () =>
            {
                if (
                    !IsCurrent(connection, credentialId)
                    || (
                        state.Leases.TryGetValue(credentialId, out var lease)
                        && lease.Holder != holder
                        && lease.Until > now
                    )
                )
                {
                    return false;
                }

                state.Leases[credentialId] = (holder, until);
                return true;
            },
            cancellationToken
        );

    public Task ReleaseAsync(
        ConnectionId connection,
        string credentialId,
        string holder,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync(
            () =>
            {
                if (state.Leases.TryGetValue(credentialId, out var lease) && lease.Holder == holder)
                {
                    state.Leases.Remove(credentialId);
                }
            },
            cancellationToken
        );

    public Task<bool> TryReplaceAsync(
        ConnectionId connection,
        string formerId,
        StoredCredential renewed,
        CancellationToken cancellationToken
    ) =>
        state.RunAsync(
            () =>
            {
                if (!IsCurrent(connection, formerId))
                {
                    return false;
                }

                state.Leases.Remove(formerId);
                state.Credentials[connection] = renewed;
                return true;
            },
            cancellationToken
        );

    /// <summary>Moves the credential of a connection, if it has one, to the queue.</summary>
    public static void Retire(MemoryState state, ConnectionId connection, DateTimeOffset now)
    {
        if (state.Credentials.Remove(connection, out var former))
        {
            state.Leases.Remove(former.Id);
            Queue(state, former, now);
        }
    }

    /// <summary>Queues a credential that nobody uses.</summary>
    public static void Queue(MemoryState state, StoredCredential credential, DateTimeOffset now) =>
        state.Deletions.TryAdd(credential.Id, (new PendingDeletion(credential, 0), now));

    private bool IsCurrent(ConnectionId connection, string credentialId) =>
        state.Credentials.TryGetValue(connection, out var current) && current.Id == credentialId;
}
