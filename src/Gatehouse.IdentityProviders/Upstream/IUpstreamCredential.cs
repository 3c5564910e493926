using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Vault;

namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>A way from what a sign-in brought to a token for the server behind: the stored one itself, or one it is exchanged for.</summary>
internal interface IUpstreamCredential
{
    /// <summary>A token that is alive.</summary>
    /// <param name="connection">Whose.</param>
    /// <param name="open">What the sign-in brought, or what the request itself brought.</param>
    /// <param name="cancellationToken">Ends the wait; what was begun at the provider is finished.</param>
    Task<UpstreamAnswer> FindAsync(ConnectionId connection, OpenCredential open, CancellationToken cancellationToken);
}
