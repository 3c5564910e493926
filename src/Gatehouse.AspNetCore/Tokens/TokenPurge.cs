using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Device;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.People;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>
/// Deletes what has run out, erases sealed successors when their window closes, and ends connections nobody can use any more, so that
/// no app password outlives its use.
/// </summary>
internal sealed class TokenPurge(
    ITokenStore tokens,
    ITransactionStore transactions,
    IPersonSessionStore people,
    IDeviceStore devices,
    IConnectionStore store,
    ConnectionRegistry connections,
    Deployment deployment,
    TimeProvider time
) : IHousekeeping
{
    private const int BatchSize = 100;

    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await tokens.PurgeAsync(now, now - deployment.Options.RefreshGraceWindow, cancellationToken);
        await transactions.PurgeAsync(now, cancellationToken);
        await people.PurgeAsync(now, cancellationToken);
        await devices.PurgeAsync(now - DeviceRequests.Afterlife, cancellationToken);
        foreach (var connection in await store.ListAbandonedAsync(now, BatchSize, cancellationToken))
        {
            await connections.RevokeAbandonedAsync(connection, "no client can use it any more");
        }
    }
}
