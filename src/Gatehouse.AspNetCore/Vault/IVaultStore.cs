using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tracing;

namespace Gatehouse.AspNetCore.Vault;

/// <summary>Keeps sealed upstream credentials, one for a connection, those of linked accounts, and the queue of those to delete at their origin.</summary>
public interface IVaultStore
{
    /// <summary>The credential of a living connection.</summary>
    Task<StoredCredential?> FindAsync(ConnectionId connection, CancellationToken cancellationToken);

    /// <summary>What a person linked by a sign-in (<see cref="StoredCredential.SignIn"/>); null when nothing is.</summary>
    Task<StoredLink?> FindLinkAsync(string personKey, string signIn, CancellationToken cancellationToken);

    /// <summary>Links an account; a former one of the same person and sign-in is queued for deletion in the same step.</summary>
    Task LinkAsync(StoredLink link, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Undoes a link, and queues its credential for deletion in the same step.</summary>
    /// <param name="link">The very one: a newer one is left alone.</param>
    /// <param name="audit">The entry for the log.</param>
    /// <param name="cancellationToken">Ends the wait, not the write.</param>
    /// <returns>False when it was undone or replaced before.</returns>
    Task<bool> UnlinkAsync(StoredLink link, AuditEntry audit, CancellationToken cancellationToken);

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
