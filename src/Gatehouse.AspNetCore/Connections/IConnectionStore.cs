using Gatehouse.AspNetCore.Consent;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>Keeps connections. Every method that writes is one durable step: when it returns, a power cut loses nothing of it.</summary>
public interface IConnectionStore
{
    /// <summary>Writes a completed sign-in, whole or not at all.</summary>
    /// <returns>The connection made or joined; null when the transaction was finished by another request meanwhile.</returns>
    Task<ConnectionId?> ConnectAsync(NewConnection connection, CancellationToken cancellationToken);

    /// <summary>Finds a connection, living or revoked.</summary>
    Task<Connection?> FindAsync(ConnectionId id, CancellationToken cancellationToken);

    /// <summary>All living connections of a person (<see cref="Person.Key"/>), oldest first.</summary>
    Task<IReadOnlyList<Connection>> ListAsync(string personKey, CancellationToken cancellationToken);

    /// <summary>All connections of everybody, living and revoked, oldest first: for the operator.</summary>
    Task<IReadOnlyList<Connection>> ListAllAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Ends all that stands of a person in one step: their connections with all that these gave, the accounts they linked, and their sessions at our
    /// pages. Credentials are queued for deletion. Whether they may come back is not decided here.
    /// </summary>
    /// <param name="person">Who.</param>
    /// <param name="audit">The entry for the log; each connection and account that ends gets its own, of the same words.</param>
    /// <param name="cancellationToken">Ends the wait, not the write.</param>
    Task<EndedPerson> EndPersonAsync(Person person, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Ends a connection: its token families are revoked and its credential is queued for deletion in the same step.</summary>
    /// <returns>False when it was revoked before or is unknown.</returns>
    Task<bool> RevokeAsync(ConnectionId id, DateTimeOffset now, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>
    /// Switches scopes of all that a connection has given: its living families and its unused codes lose what is switched off, and
    /// families get back what is switched on and was granted. One that keeps none ends, and remembered answers are forgotten. What a later sign-in grants is not touched.
    /// </summary>
    /// <returns>False when it was revoked before or is unknown.</returns>
    Task<bool> SwitchAsync(
        ConnectionId id,
        ScopeSwitch change,
        DateTimeOffset now,
        AuditEntry audit,
        CancellationToken cancellationToken
    );

    /// <summary>What the person answered when they were asked exactly this; null when they were not, or it was forgotten since.</summary>
    Task<RememberedConsent?> FindConsentAsync(
        ConnectionId connection,
        string redirect,
        ScopeSet offered,
        CancellationToken cancellationToken
    );

    /// <summary>Writes a code for a remembered answer.</summary>
    /// <returns>False when the answer was forgotten or the connection revoked meanwhile; then nothing is written.</returns>
    Task<bool> TryIssueAsync(
        RememberedConsent consent,
        CodeRecord code,
        AuditEntry audit,
        CancellationToken cancellationToken
    );

    /// <summary>Notes that clients called with these connections.</summary>
    Task NoteUsedAsync(IReadOnlyCollection<ConnectionId> ids, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>
    /// As <see cref="RevokeAsync"/>, but only when nobody can use the connection any more: no family of it lives and no code of it can become
    /// one. Looked at and revoked in one step, so that a sign-in which joins it meanwhile is not lost.
    /// </summary>
    /// <returns>False when it is still of use, was revoked before or is unknown.</returns>
    Task<bool> RevokeAbandonedAsync(
        ConnectionId id,
        DateTimeOffset now,
        AuditEntry audit,
        CancellationToken cancellationToken
    );

    /// <summary>Living connections nobody can use any more, oldest first: the client never redeemed its code, or slept longer than its refresh token lived.</summary>
    Task<IReadOnlyList<ConnectionId>> ListAbandonedAsync(
        DateTimeOffset now,
        int atMost,
        CancellationToken cancellationToken
    );

    /// <summary>Connections revoked at or after a moment: how a node hears of what other nodes and the command line did.</summary>
    Task<IReadOnlyList<ConnectionId>> ListRevokedSinceAsync(DateTimeOffset moment, CancellationToken cancellationToken);
}
