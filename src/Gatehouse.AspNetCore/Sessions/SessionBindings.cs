using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Protection;

namespace Gatehouse.AspNetCore.Sessions;

/// <summary>Which connection an MCP session belongs to. A session id is no proof of anything: with another connection's token it does not exist.</summary>
internal sealed class SessionBindings(ISessionStore store, TimeProvider time)
{
    private const int CacheSize = 10_000;

    // The store forgets those of a connection that were used longest ago, so it must know that to minutes.
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(10);
    private readonly GenerationalCache<string, Binding> cache = new(CacheSize);

    /// <summary>True without a session id, for an unknown one (the transport answers 404 itself) and for the connection's own.</summary>
    public async ValueTask<bool> AllowsAsync(HttpRequest request, Access access, CancellationToken cancellationToken)
    {
        var id = IdOf(request);
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
            await store.NoteUsedAsync(id, now, cancellationToken);
            cache.Add(id, session with { LastUsedAt = now });
        }

        return true;
    }

    /// <summary>After the transport did what was asked: forgets a session that it ended, which would come back from the store.</summary>
    public async ValueTask EndAsync(HttpContext context)
    {
        if (
            HttpMethods.IsDelete(context.Request.Method)
            && context.Response.StatusCode == StatusCodes.Status200OK
            && IdOf(context.Request) is { Length: > 0 } id
        )
        {
            // Its client may be gone already.
            await store.RemoveAsync(id, CancellationToken.None);
        }
    }

    private static string IdOf(HttpRequest request) => request.Headers["Mcp-Session-Id"].ToString();

    private async ValueTask<Binding?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (cache.Find(id) is { } known)
        {
            return known;
        }

        if (await store.FindAsync(id, cancellationToken) is not { } stored)
        {
            return null;
        }

        var binding = new Binding(stored.Connection, stored.LastUsedAt);
        cache.Add(id, binding);
        return binding;
    }

    // Without what the client said when it began the session, which it may have made long.
    private sealed record Binding(ConnectionId Connection, DateTimeOffset LastUsedAt);
}
