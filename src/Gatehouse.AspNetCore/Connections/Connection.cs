using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>A person, a client and a resource joined: the unit of consent, revocation, audit and of "connected apps".</summary>
/// <param name="Id">Its name.</param>
/// <param name="Person">Who.</param>
/// <param name="ClientHash">Which client.</param>
/// <param name="ClientName">What the client called itself when it was approved.</param>
/// <param name="Resource">To which resource; its URL.</param>
/// <param name="CreatedAt">When the person first consented.</param>
/// <param name="RevokedAt">When it ended; null while it lives. A revoked connection never lives again: signing in makes a new one.</param>
/// <param name="LastUsedAt">When a client last called with it, to some minutes; null before the first call.</param>
public sealed record Connection(
    ConnectionId Id,
    Person Person,
    TokenHash ClientHash,
    string ClientName,
    string Resource,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt = null
);
