using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Registration;

/// <summary>Reads the clients that a sign-in wrote down (<see cref="Connections.IConnectionStore.ConnectAsync"/>).</summary>
public interface IClientStore
{
    /// <summary>Finds an approved client.</summary>
    Task<ClientRecord?> FindAsync(TokenHash hash, CancellationToken cancellationToken);
}
