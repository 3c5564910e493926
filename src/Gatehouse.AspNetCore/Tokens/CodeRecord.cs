using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>RFC 6749 §4.1.2: an authorization code as it is stored, and all it is bound to.</summary>
/// <param name="Hash">Of the code.</param>
/// <param name="Connection">What it leads to.</param>
/// <param name="ClientHash">Who may redeem it.</param>
/// <param name="RedirectUri">The address it was sent to, as the request wrote it.</param>
/// <param name="Challenge">RFC 7636 §4.4, the S256 challenge.</param>
/// <param name="Scopes">What the person granted.</param>
/// <param name="ExpiresAt">When it dies unused.</param>
/// <param name="Family">The family it was redeemed for; null while it is unused. A second use revokes that family.</param>
public sealed record CodeRecord(
    TokenHash Hash,
    ConnectionId Connection,
    TokenHash ClientHash,
    string RedirectUri,
    string Challenge,
    ScopeSet Scopes,
    DateTimeOffset ExpiresAt,
    FamilyId? Family
);
