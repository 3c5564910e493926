using Microsoft.Extensions.Hosting;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>Signals belong to the process the cloud runs in: the default lifetime would swallow its SIGTERM and Ctrl+C.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
