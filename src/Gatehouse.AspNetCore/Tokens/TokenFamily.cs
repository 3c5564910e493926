using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>What one redeemed code gave: revoked as a whole, independent of its connection's other families.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Connection">The connection it belongs to.</param>
/// <param name="PersonKey">The <c>sub</c> of its tokens.</param>
/// <param name="ClientHash">The only client that may refresh it.</param>
/// <param name="Scopes">What its tokens may do: what the person granted, but for what they switched off since.</param>
/// <param name="CreatedAt">When the code was redeemed.</param>
/// <param name="RevokedAt">When it ended, by itself or with its connection; null while it lives.</param>
/// <param name="SwitchedAt">When the person last switched scopes off or on; null when they never did.</param>
/// <param name="ExpiresAt">When it ends whatever happens, as a personal token does; null when refreshing keeps it alive.</param>
public sealed record TokenFamily(
    FamilyId Id,
    ConnectionId Connection,
    string PersonKey,
    TokenHash ClientHash,
    ScopeSet Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? SwitchedAt = null,
    DateTimeOffset? ExpiresAt = null
)
{
    /// <summary>What the person granted at the sign-in; what is switched off can be switched on again up to this.</summary>
    public ScopeSet Granted { get; init; } = Scopes;
}
