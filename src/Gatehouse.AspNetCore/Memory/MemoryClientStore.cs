using Gatehouse.AspNetCore.Registration;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Memory;

internal sealed class MemoryClientStore(MemoryState state) : IClientStore
{
    public Task<ClientRecord?> FindAsync(TokenHash hash, CancellationToken cancellationToken) =>
        state.RunAsync(() => state.Clients.GetValueOrDefault(hash), cancellationToken);
}
