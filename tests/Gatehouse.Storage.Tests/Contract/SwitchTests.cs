using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.OAuth;

namespace Gatehouse.Storage.Tests.Contract;

public sealed class SwitchTests : StoreTests
{
    private static readonly ScopeSet Read = ScopeSet.Parse("notes.read");
    private static readonly ScopeSwitch OnlyRead = new(Sample.Scopes.Except(Read), ScopeSet.Empty);

    [Theory, EveryStore]
    public async Task Families_and_unused_codes_keep_what_is_allowed_and_the_families_are_listed(string store)
    {
        using var stores = Open(store);
        var first = await stores.SignInAsync(Stop);
        var token = await stores.RedeemAsync(first.Code!, Stop);
        var waiting = await stores.SignInAsync(Stop);
        var other = await stores.RedeemAsync((await stores.SignInAsync(Stop, client: "client-2")).Code!, Stop);

        var later = Sample.Now.AddMinutes(1);
        Assert.True(
            await stores.Connections.SwitchAsync(first.Connection.Id, OnlyRead, later, Sample.Audit("x"), Stop)
        );

        var narrowed = token.Family with { Scopes = Read, SwitchedAt = later };
        Assert.Equal(narrowed, (await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop))!.Family);
        Assert.Equal([narrowed], await stores.Tokens.ListSwitchedSinceAsync(later, Stop));
        Assert.Empty(await stores.Tokens.ListSwitchedSinceAsync(later.AddMilliseconds(1), Stop));
        Assert.Equal(Read, (await stores.Tokens.FindCodeAsync(waiting.Code!.Hash, Stop))!.Scopes);
        Assert.Equal(other.Family, Assert.Single(await stores.Tokens.ListAsync(other.Family.Connection, Stop)));
        Assert.Equal("x", (await stores.Audit.ListAsync(new AuditQuery(1), Stop))[0].Event);
    }

    [Theory, EveryStore]
    public async Task What_is_off_can_be_switched_on_again_up_to_what_was_granted(string store)
    {
        using var stores = Open(store);
        var made = await stores.SignInAsync(Stop);
        var token = await stores.RedeemAsync(made.Code!, Stop);
        var all = ScopeSet.Parse($"{Sample.Scopes} admin");
        await stores.Connections.SwitchAsync(made.Connection.Id, OnlyRead, Sample.Now, Sample.Audit(), Stop);

        var later = Sample.Now.AddMinutes(1);
        await stores.Connections.SwitchAsync(made.Connection.Id, new(ScopeSet.Empty, all), later, Sample.Audit(), Stop);

        var family = token.Family with { SwitchedAt = later };
        Assert.Equal(family, (await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop))!.Family);
        Assert.Equal([family], await stores.Tokens.ListSwitchedSinceAsync(later, Stop));
    }

    [Theory, EveryStore]
    public async Task A_code_that_was_narrowed_while_it_was_redeemed_is_not_redeemed_for_more(string store)
    {
        using var stores = Open(store);
        var made = await stores.SignInAsync(Stop);
        var family = Sample.Family(made.Code!);

        await stores.Connections.SwitchAsync(made.Connection.Id, OnlyRead, Sample.Now, Sample.Audit(), Stop);

        Assert.False(
            await stores.Tokens.TryRedeemAsync(made.Code!.Hash, family, Sample.Hash(), Sample.Now.AddDays(1), Stop)
        );
        Assert.False(
            await stores.Tokens.TryRedeemAsync(
                made.Code.Hash,
                family with
                {
                    Scopes = Read,
                },
                Sample.Hash(),
                Sample.Now.AddDays(1),
                Stop
            )
        );
        Assert.True(
            await stores.Tokens.TryRedeemAsync(
                made.Code.Hash,
                family with
                {
                    Scopes = Read,
                    Granted = Read,
                },
                Sample.Hash(),
                Sample.Now.AddDays(1),
                Stop
            )
        );
    }

    [Theory, EveryStore]
    public async Task What_keeps_nothing_ends(string store)
    {
        using var stores = Open(store);
        var made = await stores.SignInAsync(Stop);
        var token = await stores.RedeemAsync(made.Code!, Stop);
        var waiting = await stores.SignInAsync(Stop);

        await stores.Connections.SwitchAsync(
            made.Connection.Id,
            new(Sample.Scopes, ScopeSet.Empty),
            Sample.Now,
            Sample.Audit(),
            Stop
        );

        Assert.Equal(Sample.Now, (await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop))!.Family.RevokedAt);
        Assert.Empty(await stores.Tokens.ListAsync(made.Connection.Id, Stop));
        Assert.Empty(await stores.Tokens.ListSwitchedSinceAsync(Sample.Now, Stop));
        Assert.Null(await stores.Tokens.FindCodeAsync(waiting.Code!.Hash, Stop));
    }

    [Theory, EveryStore]
    public async Task A_family_with_its_token_is_written_in_place_of_a_code_and_keeps_its_connection_alive(string store)
    {
        using var stores = Open(store);
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
        var made = Sample.SignIn(transaction);
        var until = Sample.Now.AddDays(30);
        var family = Sample.Family(made.Code!) with { ExpiresAt = until };
        var token = new NewToken(family, Sample.Hash(), until);

        var id = await stores.Connections.ConnectAsync(made with { Code = null, Token = token }, Stop);

        var expected = family with { Connection = id!.Value };
        Assert.Equal(
            new RefreshTokenRecord(token.Hash, expected, until, null, null),
            await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop)
        );
        Assert.Equal([expected], await stores.Tokens.ListAsync(id.Value, Stop));
        Assert.Empty(await stores.Connections.ListAbandonedAsync(Sample.Now.AddDays(29), 10, Stop));
        await stores.Tokens.PurgeAsync(until, Sample.Now, Stop);
        Assert.Equal([id.Value], await stores.Connections.ListAbandonedAsync(until, 10, Stop));
    }

    [Theory, EveryStore]
    public async Task A_later_sign_in_is_not_narrowed(string store)
    {
        using var stores = Open(store);
        var made = await stores.SignInAsync(Stop);
        await stores.RedeemAsync(made.Code!, Stop);
        await stores.Connections.SwitchAsync(made.Connection.Id, OnlyRead, Sample.Now, Sample.Audit(), Stop);

        var again = await stores.RedeemAsync((await stores.SignInAsync(Stop)).Code!, Stop);

        Assert.Equal(made.Connection.Id, again.Family.Connection);
        Assert.Equal(Sample.Scopes, (await stores.Tokens.FindRefreshTokenAsync(again.Hash, Stop))!.Family.Scopes);
    }

    [Theory, EveryStore]
    public async Task A_revoked_or_unknown_connection_is_not_narrowed_and_nothing_is_written(string store)
    {
        using var stores = Open(store);
        var made = await stores.SignInAsync(Stop);
        await stores.Connections.RevokeAsync(made.Connection.Id, Sample.Now, Sample.Audit("last"), Stop);

        Assert.False(
            await stores.Connections.SwitchAsync(made.Connection.Id, OnlyRead, Sample.Now, Sample.Audit(), Stop)
        );
        Assert.False(
            await stores.Connections.SwitchAsync(ConnectionId.New(), OnlyRead, Sample.Now, Sample.Audit(), Stop)
        );
        Assert.Equal("last", (await stores.Audit.ListAsync(new AuditQuery(1), Stop))[0].Event);
    }

    [Theory, EveryStore]
    public async Task The_last_use_is_noted_for_many_connections_at_once(string store)
    {
        using var stores = Open(store);
        var (one, two, three) = (
            (await stores.SignInAsync(Stop)).Connection.Id,
            (await stores.SignInAsync(Stop, client: "client-2")).Connection.Id,
            (await stores.SignInAsync(Stop, client: "client-3")).Connection.Id
        );

        await stores.Connections.NoteUsedAsync([one, two, ConnectionId.New()], Sample.Now.AddHours(1), Stop);

        Assert.Equal(Sample.Now.AddHours(1), (await stores.Connections.FindAsync(one, Stop))!.LastUsedAt);
        Assert.Equal(Sample.Now.AddHours(1), (await stores.Connections.FindAsync(two, Stop))!.LastUsedAt);
        Assert.Null((await stores.Connections.FindAsync(three, Stop))!.LastUsedAt);
    }
}
