using System.Security.Claims;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>Who calls and what they may do: what a protected request carries on.</summary>
/// <param name="Connection">The connection, for the vault.</param>
/// <param name="PersonKey">The person, the same in every connection.</param>
/// <param name="ClientHash">The client.</param>
/// <param name="Scopes">What was granted.</param>
/// <param name="Credential">What lets us act as the person, when the request itself brought it; null when it is in the vault.</param>
public sealed record Access(
    ConnectionId Connection,
    string PersonKey,
    TokenHash ClientHash,
    ScopeSet Scopes,
    OpenCredential? Credential = null
)
{
    /// <summary>The access of a request to the resource; null for anybody this server did not authenticate.</summary>
    public static Access? Of(ClaimsPrincipal? user) => (user?.Identity as AccessIdentity)?.Access;

    internal static Access From(AccessTokenClaims claims) =>
        new(ConnectionId.Of(claims.SessionId), claims.Subject, claims.ClientId, claims.Scopes);
}
