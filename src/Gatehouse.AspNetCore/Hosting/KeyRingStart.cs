using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Protection;
using Microsoft.Extensions.Hosting;

namespace Gatehouse.AspNetCore.Hosting;

/// <summary>Before the server listens: the keys are open and recent revocations are known.</summary>
internal sealed class KeyRingStart(KeyRing ring, RevocationList revoked) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ring.LoadAsync(cancellationToken);
        await revoked.RunAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
