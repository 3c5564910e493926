using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.People;

/// <summary>Who is signed in to our own pages in this browser: for half an hour without use, and for a working day at most.</summary>
internal sealed class PersonSessions(IPersonSessionStore store, PersonCookie cookie, TimeProvider time)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);

    /// <summary>A session that begins now; its secret is always fresh, so that nobody can know it before.</summary>
    public PersonSession New(Person person, string secret)
    {
        var now = time.GetUtcNow();
        return new PersonSession(TokenHash.Of(secret), person, now, now + Lifetime);
    }

    /// <summary>The living session of this browser; null when nobody is signed in.</summary>
    public async Task<PersonSession?> FindAsync(HttpContext context)
    {
        var now = time.GetUtcNow();
        if (
            cookie.Read(context.Request) is not { } hash
            || await store.FindAsync(hash, context.RequestAborted) is not { } session
            || session.ExpiresAt <= now
            || session.LastUsedAt + Idle <= now
        )
        {
            return null;
        }

        if (session.LastUsedAt + NoteEvery <= now)
        {
            await store.NoteUsedAsync(hash, now, context.RequestAborted);
        }

        return session;
    }

    /// <summary>Gives the browser its session; one it had before ends.</summary>
    public async Task HandOverAsync(HttpContext context, string secret)
    {
        if (cookie.Read(context.Request) is { } former && former != TokenHash.Of(secret))
        {
            await store.EndAsync(former, CancellationToken.None);
        }

        cookie.Set(context.Response, secret);
    }

    /// <summary>Ends the session of this browser.</summary>
    public async Task EndAsync(HttpContext context, PersonSession session)
    {
        await store.EndAsync(session.Hash, CancellationToken.None);
        cookie.Delete(context.Response);
    }
}
