using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Sessions;

namespace Gatehouse.Storage.Tests.Contract;

public sealed class SessionStoreTests : StoreTests
{
    private const int Many = 100;

    [Theory, EveryStore]
    public async Task A_session_is_kept_until_nobody_used_it(string store)
    {
        using var stores = Open(store);
        var session = Of(ConnectionId.New(), "session-1");
        await stores.Sessions.AddAsync(session, Many, Stop);
        Assert.Equal(session, await stores.Sessions.FindAsync("session-1", Stop));
        Assert.Null(await stores.Sessions.FindAsync("session-2", Stop));
        var used = session with { LastUsedAt = Sample.Now.AddHours(1) };
        await stores.Sessions.NoteUsedAsync("session-1", used.LastUsedAt, Stop);

        await stores.Sessions.PurgeAsync(used.LastUsedAt, Stop);
        Assert.Equal(used, await stores.Sessions.FindAsync("session-1", Stop));

        await stores.Sessions.PurgeAsync(used.LastUsedAt.AddMilliseconds(1), Stop);
        Assert.Null(await stores.Sessions.FindAsync("session-1", Stop));
    }

    [Theory, EveryStore]
    public async Task A_session_stays_with_the_connection_and_the_words_it_began_with(string store)
    {
        using var stores = Open(store);
        var session = Of(ConnectionId.New(), "session-1");
        await stores.Sessions.AddAsync(session, Many, Stop);

        await stores.Sessions.AddAsync(session with { Initialize = """{"a":2}""" }, Many, Stop);
        await stores.Sessions.AddAsync(session with { Connection = ConnectionId.New() }, Many, Stop);

        Assert.Equal(session, await stores.Sessions.FindAsync("session-1", Stop));
    }

    [Theory, EveryStore]
    public async Task Of_a_connection_those_last_used_are_kept_and_of_others_all(string store)
    {
        using var stores = Open(store);
        var (connection, other) = (ConnectionId.New(), ConnectionId.New());
        await stores.Sessions.AddAsync(Of(other, "other"), 3, Stop);
        foreach (var minute in Enumerable.Range(1, 3))
        {
            await stores.Sessions.AddAsync(Of(connection, $"session-{minute}", minute), 3, Stop);
        }

        await stores.Sessions.NoteUsedAsync("session-1", Sample.Now.AddMinutes(4), Stop);
        await stores.Sessions.AddAsync(Of(connection, "session-5", 5), 3, Stop);

        Assert.Equal(
            ["other", "session-1", "session-3", "session-5"],
            await KeptAsync(stores, "other", "session-1", "session-2", "session-3", "session-5")
        );
    }

    [Theory, EveryStore]
    public async Task A_new_session_is_kept_even_when_all_began_at_the_same_moment(string store)
    {
        using var stores = Open(store);
        var connection = ConnectionId.New();
        foreach (var id in new[] { "b", "c", "a" })
        {
            await stores.Sessions.AddAsync(Of(connection, id), 1, Stop);
            Assert.Equal([id], await KeptAsync(stores, "a", "b", "c"));
        }
    }

    [Theory, EveryStore]
    public async Task A_session_that_was_ended_is_gone_and_no_use_brings_it_back(string store)
    {
        using var stores = Open(store);
        var connection = ConnectionId.New();
        await stores.Sessions.AddAsync(Of(connection, "ended"), Many, Stop);
        await stores.Sessions.AddAsync(Of(connection, "other"), Many, Stop);

        await stores.Sessions.RemoveAsync("ended", Stop);
        await stores.Sessions.NoteUsedAsync("ended", Sample.Now, Stop);

        Assert.Equal(["other"], await KeptAsync(stores, "ended", "other"));
    }

    [Theory, EveryStore]
    public async Task Sessions_end_with_their_connection(string store)
    {
        using var stores = Open(store);
        var (revoked, abandoned) = (await stores.SignInAsync(Stop), await stores.SignInAsync(Stop, client: "client-2"));
        var living = await stores.SignInAsync(Stop, client: "client-3");
        foreach (var made in new[] { revoked, abandoned, living })
        {
            await stores.Sessions.AddAsync(Of(made.Connection.Id, made.Client.Id), Many, Stop);
        }

        var later = Sample.Now.AddHours(1);
        Assert.True(await stores.Connections.RevokeAsync(revoked.Connection.Id, later, Sample.Audit(), Stop));
        Assert.True(
            await stores.Connections.RevokeAbandonedAsync(abandoned.Connection.Id, later, Sample.Audit(), Stop)
        );

        Assert.Equal([living.Client.Id], await KeptAsync(stores, "client-1", "client-2", "client-3"));
    }

    private static StoredSession Of(ConnectionId connection, string id, int minute = 0) =>
        new(id, connection, """{"a":1}""", Sample.Now.AddMinutes(minute));

    private static async Task<IReadOnlyList<string>> KeptAsync(Stores stores, params IEnumerable<string> ids)
    {
        var kept = new List<string>();
        foreach (var id in ids)
        {
            if (await stores.Sessions.FindAsync(id, Stop) is not null)
            {
                kept.Add(id);
            }
        }

        return kept;
    }
}
