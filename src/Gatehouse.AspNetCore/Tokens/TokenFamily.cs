using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>What one redeemed code gave: revoked as a whole, independent of its connection's other families.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Connection">The connection it belongs to.</param>
/// <param name="PersonKey">The <c>sub</c> of its tokens.</param>
/// <param name="ClientHash">The only client that may refresh it.</param>
/// <param name="Scopes">What the person granted.</param>
/// <param name="CreatedAt">When the code was redeemed.</param>
/// <param name="RevokedAt">When it ended, by itself or with its connection; null while it lives.</param>
/// <param name="NarrowedAt">When the person last took scopes away; null when they never did.</param>
/// <param name="ExpiresAt">When it ends whatever happens, as a personal token does; null when refreshing keeps it alive.</param>
public sealed record TokenFamily(
    FamilyId Id,
    ConnectionId Connection,
    string PersonKey,
    TokenHash ClientHash,
    ScopeSet Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? NarrowedAt = null,
    DateTimeOffset? ExpiresAt = null
);
