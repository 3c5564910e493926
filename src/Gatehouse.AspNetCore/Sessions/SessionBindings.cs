using Gatehouse.AspNetCore.Protection;

namespace Gatehouse.AspNetCore.Sessions;

/// <summary>Which connection an MCP session belongs to. A session id is no proof of anything: with another connection's token it does not exist.</summary>
internal sealed class SessionBindings(ISessionStore store, TimeProvider time)
{
    private const int CacheSize = 10_000;
    private static readonly TimeSpan NoteEvery = TimeSpan.FromHours(6);
    private readonly GenerationalCache<string, StoredSession> cache = new(CacheSize);

    /// <summary>True without a session id, for an unknown one (the transport answers 404 itself) and for the connection's own.</summary>
    public async ValueTask<bool> AllowsAsync(HttpRequest request, Access access, CancellationToken cancellationToken)
    {
        var id = request.Headers["Mcp-Session-Id"].ToString();
        if (id.Length == 0 || await FindAsync(id, cancellationToken) is not { } session)
        {
            return true;
        }

        if (session.Connection != access.Connection)
        {
            return false;
        }

        var now = time.GetUtcNow();
        if (now - session.LastUsedAt > NoteEvery)
        {
            await SaveAsync(session with { LastUsedAt = now }, cancellationToken);
        }

        return true;
    }

    public async ValueTask<StoredSession?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (cache.Find(id) is { } known)
        {
            return known;
        }

        var stored = await store.FindAsync(id, cancellationToken);
        if (stored is not null)
        {
            cache.Add(id, stored);
        }

        return stored;
    }

    public async Task SaveAsync(StoredSession session, CancellationToken cancellationToken)
    {
        await store.SaveAsync(session, cancellationToken);
        cache.Add(session.Id, session);
    }
}
