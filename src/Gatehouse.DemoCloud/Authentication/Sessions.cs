using System.Collections.Concurrent;
using System.Security.Cryptography;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Authentication;

/// <summary>
/// The sessions in memory. Every request without a session cookie starts one, also an API call with Basic: whoever keeps the cookie
/// of such a call is that person from then on, whatever Authorization says. That is the trap of the real one.
/// </summary>
internal sealed class Sessions(TimeProvider time, Instance instance)
{
    private const int Limit = 20_000;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(24);

    /// <summary>A session looks again at the token behind it only so often; until then it hides a revocation.</summary>
    private static readonly TimeSpan TokenCheck = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Session> sessions = new(StringComparer.Ordinal);

    public string CookieName => instance.Id;

    public Session Start()
    {
        if (sessions.Count >= Limit)
        {
            Sweep();
        }

        var session = new Session(RandomNumberGenerator.GetHexString(26, lowercase: true), time.GetUtcNow());
        sessions[session.Id] = session;
        return session;
    }

    public Session? Find(string? id)
    {
        if (id is null || !sessions.TryGetValue(id, out var session))
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (now - session.LastSeen > Idle)
        {
            _ = sessions.TryRemove(id, out _);
            return null;
        }

        session.LastSeen = now;
        if (
            session is { Person: { } person, AppPassword: { } token }
            && now - session.SignedInAt > TokenCheck
            && person.AppPasswords.All.All(one => one.Id != token.Id)
        )
        {
            session.SignOut();
        }

        return session;
    }

    /// <summary>Signing in on a page changes the session's id, so that nobody can fix it beforehand.</summary>
    public Session SignIn(Session before, Person person)
    {
        var session = Start();
        session.Flow = before.Flow;
        foreach (var (state, flow) in before.FlowStates)
        {
            session.FlowStates[state] = flow;
        }

        _ = sessions.TryRemove(before.Id, out _);
        session.SignIn(person, null, time.GetUtcNow());
        person.LoggedIn(session.SignedInAt.ToUnixTimeSeconds());
        return session;
    }

    private void Sweep()
    {
        var oldest = sessions.Values.OrderBy(session => session.LastSeen).Take(Limit / 2);
        foreach (var session in oldest)
        {
            _ = sessions.TryRemove(session.Id, out _);
        }
    }
}
