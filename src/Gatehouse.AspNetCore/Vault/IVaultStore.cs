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

    /// <summary>Undoes a link: its credential is queued for deletion and all connections of the person end in the same step.</summary>
    /// <param name="link">The very one: a newer one is left alone.</param>
    /// <param name="audit">The entry for the log; each connection gets its own, of the same words.</param>
    /// <param name="cancellationToken">Ends the wait, not the write.</param>
    /// <returns>The connections that ended; null when the link was undone or replaced before.</returns>
    Task<IReadOnlyList<ConnectionId>?> UnlinkAsync(
        StoredLink link,
        AuditEntry audit,
        CancellationToken cancellationToken
    );

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

    /// <summary>
    /// Takes the right to renew the credential of a living connection, for one node at a time: what it came from is often used up by that. Whoever has
    /// it may take it again.
    /// </summary>
    /// <param name="connection">Whose.</param>
    /// <param name="credentialId">The very one: a newer one is left alone.</param>
    /// <param name="holder">The node.</param>
    /// <param name="now">The moment.</param>
    /// <param name="until">When the right ends by itself, because its holder is gone.</param>
    /// <param name="cancellationToken">Ends the wait, not the write.</param>
    /// <returns>False when another node has it, or the credential was replaced or is gone.</returns>
    Task<bool> TryLeaseAsync(
        ConnectionId connection,
        string credentialId,
        string holder,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    );

    /// <summary>Gives the right back, where nothing came of it.</summary>
    Task ReleaseAsync(ConnectionId connection, string credentialId, string holder, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a renewed credential in the place of the one it came from, and ends the right to renew that. The former one is forgotten, and not deleted at its origin: it
    /// was used up, and deleting it there would often take the new one along.
    /// </summary>
    /// <returns>False when the former one was replaced or is gone; then nothing is written.</returns>
    Task<bool> TryReplaceAsync(
        ConnectionId connection,
        string formerId,
        StoredCredential renewed,
        CancellationToken cancellationToken
    );
}
