using Gatehouse.Testing.Hosts;

namespace Gatehouse.Interop.Tests;

/// <summary>One <c>gatehouse demo</c> for many tests. At the end its log must hold none of the secrets they saw.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private GatehouseProcess? process;

    /// <summary>The process.</summary>
    public GatehouseProcess Gatehouse => process!;

    /// <summary>Every secret the tests saw.</summary>
    public NoSecrets Secrets { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        process = await GatehouseProcess.StartAsync(TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is { } running)
        {
            await running.DisposeAsync();
            Secrets.Check(running.Log);
        }
    }
}
