using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.AspNetCore.Vault;

/// <summary>Keeps sealed upstream credentials, one for a connection, and the queue of those to delete at their origin.</summary>
public interface IVaultStore
{
    /// <summary>The credential of a living connection.</summary>
    Task<StoredCredential?> FindAsync(ConnectionId connection, CancellationToken cancellationToken);

    /// <summary>Queues a credential that never came into use.</summary>
    Task QueueDeletionAsync(StoredCredential credential, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Deletions that are due, oldest first.</summary>
    Task<IReadOnlyList<PendingDeletion>> ListDeletionsAsync(
        DateTimeOffset now,
        int atMost,
        CancellationToken cancellationToken
    );

    /// <summary>Forgets a deletion that is done.</summary>
    Task CompleteDeletionAsync(string credentialId, CancellationToken cancellationToken);

    /// <summary>Puts a failed deletion off.</summary>
    Task PostponeDeletionAsync(string credentialId, DateTimeOffset until, CancellationToken cancellationToken);
}
