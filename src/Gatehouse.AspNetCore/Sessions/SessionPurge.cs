using Gatehouse.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.Sessions;

/// <summary>Forgets sessions of the MCP transport that nobody came back to for a month.</summary>
internal sealed class SessionPurge(ISessionStore sessions, TimeProvider time) : IHousekeeping
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(10);

    public Task RunAsync(CancellationToken cancellationToken) =>
        sessions.PurgeAsync(time.GetUtcNow() - Lifetime, cancellationToken);
}
