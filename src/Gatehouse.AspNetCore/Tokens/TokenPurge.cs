using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Sessions;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>Deletes what has run out, and erases sealed successors when their window closes.</summary>
internal sealed class TokenPurge(
    ITokenStore tokens,
    ITransactionStore transactions,
    ISessionStore sessions,
    Deployment deployment,
    TimeProvider time
) : IHousekeeping
{
    private static readonly TimeSpan SessionLifetime = TimeSpan.FromDays(30);

    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await tokens.PurgeAsync(now, now - deployment.Options.RefreshGraceWindow, cancellationToken);
        await transactions.PurgeAsync(now, cancellationToken);
        await sessions.PurgeAsync(now - SessionLifetime, cancellationToken);
    }
}
