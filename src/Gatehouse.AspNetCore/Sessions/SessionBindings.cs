using Gatehouse.AspNetCore.Protection;

namespace Gatehouse.AspNetCore.Sessions;

/// <summary>Which connection an MCP session belongs to. A session id is no proof of anything: with another connection's token it does not exist.</summary>
internal sealed class SessionBindings(ISessionStore store)
{
    private const int CacheSize = 10_000;
    private readonly GenerationalCache<string, StoredSession> cache = new(CacheSize);

    /// <summary>True without a session id, for an unknown one (the transport answers 404 itself) and for the connection's own.</summary>
    public async ValueTask<bool> AllowsAsync(HttpRequest request, Access access, CancellationToken cancellationToken)
    {
        var id = request.Headers["Mcp-Session-Id"].ToString();
        return id.Length == 0
            || await FindAsync(id, cancellationToken) is not { } session
            || session.Connection == access.Connection;
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
