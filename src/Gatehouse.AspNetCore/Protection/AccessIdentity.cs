using System.Security.Claims;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>The identity of a protected request. It carries the <see cref="Access"/> itself, so nobody reads scopes out of claims.</summary>
internal sealed class AccessIdentity : ClaimsIdentity
{
    // The MCP SDK binds its sessions to the name identifier: the connection, so that two clients of one person do not share any.
    public AccessIdentity(Access access)
        : base(
            [new Claim(ClaimTypes.NameIdentifier, access.Connection.Value), new Claim("sub", access.PersonKey)],
            "Bearer"
        ) => Access = access;

    public Access Access { get; }
}
