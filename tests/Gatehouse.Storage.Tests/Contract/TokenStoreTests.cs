using Gatehouse.AspNetCore.Tokens;
using Gatehouse.OAuth;

namespace Gatehouse.Storage.Tests.Contract;

public sealed class TokenStoreTests : StoreTests
{
    [Theory, EveryStore]
    public async Task An_unknown_code_or_token_is_not_found(string store)
    {
        using var stores = Open(store);

        Assert.Null(await stores.Tokens.FindCodeAsync(Sample.Hash(), Stop));
        Assert.Null(await stores.Tokens.FindRefreshTokenAsync(Sample.Hash(), Stop));
    }

    [Theory, EveryStore]
    public async Task Redeeming_marks_the_code_and_writes_the_family_with_its_first_token(string store)
    {
        using var stores = Open(store);
        var code = (await stores.SignInAsync(Stop)).Code!;

        var token = await stores.RedeemAsync(code, Stop);

        Assert.Equal(code with { Family = token.Family.Id }, await stores.Tokens.FindCodeAsync(code.Hash, Stop));
        Assert.Equal(token, await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop));
    }

    [Theory, EveryStore]
    public async Task Of_32_parallel_redemptions_one_wins_and_the_losers_write_nothing(string store)
    {
        using var stores = Open(store);
        var code = (await stores.SignInAsync(Stop)).Code!;
        var attempts = Enumerable
            .Range(0, 32)
            .Select(_ => (Family: Sample.Family(code), Token: Sample.Hash()))
            .ToList();

        var won = await Task.WhenAll(
            attempts.Select(attempt =>
                Task.Run(
                    () =>
                        stores.Tokens.TryRedeemAsync(
                            code.Hash,
                            attempt.Family,
                            attempt.Token,
                            Sample.Now.AddDays(1),
                            Stop
                        ),
                    Stop
                )
            )
        );

        Assert.Single(won, one => one);
        var winner = attempts[Array.IndexOf(won, true)];
        Assert.Equal(winner.Family.Id, (await stores.Tokens.FindCodeAsync(code.Hash, Stop))!.Family);
        foreach (var attempt in attempts)
        {
            Assert.Equal(attempt == winner, await stores.Tokens.FindRefreshTokenAsync(attempt.Token, Stop) is not null);
        }
    }

    [Theory, EveryStore]
    public async Task A_code_of_a_revoked_connection_is_not_redeemed(string store)
    {
        using var stores = Open(store);
        var code = (await stores.SignInAsync(Stop)).Code!;
        await stores.Connections.RevokeAsync(code.Connection, Sample.Now, Sample.Audit(), Stop);
        var token = Sample.Hash();

        Assert.False(await stores.Tokens.TryRedeemAsync(code.Hash, Sample.Family(code), token, Sample.Now, Stop));

        Assert.Null((await stores.Tokens.FindCodeAsync(code.Hash, Stop))!.Family);
        Assert.Null(await stores.Tokens.FindRefreshTokenAsync(token, Stop));
    }

    [Theory, EveryStore]
    public async Task An_unknown_code_is_not_redeemed(string store)
    {
        using var stores = Open(store);
        var code = (await stores.SignInAsync(Stop)).Code! with { Hash = Sample.Hash() };

        Assert.False(
            await stores.Tokens.TryRedeemAsync(code.Hash, Sample.Family(code), Sample.Hash(), Sample.Now, Stop)
        );
    }

    [Theory, EveryStore]
    public async Task Rotation_marks_the_predecessor_and_writes_the_successor_of_the_same_family(string store)
    {
        using var stores = Open(store);
        var token = await stores.RedeemAsync((await stores.SignInAsync(Stop)).Code!, Stop);
        var successor = Sample.Hash();
        var (now, expiry) = (Sample.Now.AddHours(1), Sample.Now.AddDays(40));

        Assert.True(await stores.Tokens.TryRotateAsync(token.Hash, successor, [7, 7], now, expiry, Stop));

        Assert.Equivalent(
            token with
            {
                RotatedAt = now,
                SealedSuccessor = [7, 7],
            },
            await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop),
            strict: true
        );
        Assert.Equal(
            new RefreshTokenRecord(successor, token.Family, expiry, null, null),
            await stores.Tokens.FindRefreshTokenAsync(successor, Stop)
        );
    }

    [Theory, EveryStore]
    public async Task Of_32_parallel_rotations_one_wins_and_the_losers_write_nothing(string store)
    {
        using var stores = Open(store);
        var token = await stores.RedeemAsync((await stores.SignInAsync(Stop)).Code!, Stop);
        var successors = Enumerable.Range(0, 32).Select(_ => Sample.Hash()).ToList();

        var won = await Task.WhenAll(
            successors.Select(
                (successor, i) =>
                    Task.Run(
                        () =>
                            stores.Tokens.TryRotateAsync(
                                token.Hash,
                                successor,
                                [(byte)i],
                                Sample.Now,
                                Sample.Now.AddDays(1),
                                Stop
                            ),
                        Stop
                    )
            )
        );

        Assert.Single(won, one => one);
        var winner = Array.IndexOf(won, true);
        Assert.Equal<byte>(
            [(byte)winner],
            (await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop))!.SealedSuccessor!
        );
        for (var i = 0; i < successors.Count; i++)
        {
            Assert.Equal(i == winner, await stores.Tokens.FindRefreshTokenAsync(successors[i], Stop) is not null);
        }
    }

    [Theory, EveryStore]
    public async Task A_token_of_a_revoked_family_or_of_no_family_is_not_rotated(string store)
    {
        using var stores = Open(store);
        var token = await stores.RedeemAsync((await stores.SignInAsync(Stop)).Code!, Stop);
        await stores.Tokens.RevokeFamilyAsync(token.Family.Id, Sample.Now, Stop);
        var successor = Sample.Hash();

        Assert.False(await stores.Tokens.TryRotateAsync(token.Hash, successor, [1], Sample.Now, Sample.Now, Stop));
        Assert.False(await stores.Tokens.TryRotateAsync(Sample.Hash(), successor, [1], Sample.Now, Sample.Now, Stop));

        Assert.Null(await stores.Tokens.FindRefreshTokenAsync(successor, Stop));
        Assert.Null((await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop))!.RotatedAt);
    }

    [Theory, EveryStore]
    public async Task Revoking_a_family_leaves_its_connection_its_siblings_and_the_credential(string store)
    {
        using var stores = Open(store);
        var first = await stores.SignInAsync(Stop, credential: Sample.Credential());
        var second = await stores.SignInAsync(Stop);
        var revoked = await stores.RedeemAsync(first.Code!, Stop);
        var sibling = await stores.RedeemAsync(second.Code!, Stop);

        await stores.Tokens.RevokeFamilyAsync(revoked.Family.Id, Sample.Now, Stop);
        await stores.Tokens.RevokeFamilyAsync(revoked.Family.Id, Sample.Now.AddHours(1), Stop);

        Assert.Equal(Sample.Now, (await stores.Tokens.FindRefreshTokenAsync(revoked.Hash, Stop))!.Family.RevokedAt);
        Assert.Null((await stores.Tokens.FindRefreshTokenAsync(sibling.Hash, Stop))!.Family.RevokedAt);
        Assert.Null((await stores.Connections.FindAsync(first.Connection.Id, Stop))!.RevokedAt);
        Assert.NotNull(await stores.Vault.FindAsync(first.Connection.Id, Stop));
    }

    [Theory, EveryStore]
    public async Task Revoked_families_are_heard_of_from_the_moment_on(string store)
    {
        using var stores = Open(store);
        var (bySelf, byConnection) = (await stores.SignInAsync(Stop), await stores.SignInAsync(Stop, Sample.Bob));
        var living = await stores.RedeemAsync((await stores.SignInAsync(Stop)).Code!, Stop);
        var first = (await stores.RedeemAsync(bySelf.Code!, Stop)).Family.Id;
        var second = (await stores.RedeemAsync(byConnection.Code!, Stop)).Family.Id;
        await stores.Tokens.RevokeFamilyAsync(first, Sample.Now, Stop);
        var later = Sample.Now.AddSeconds(1);
        await stores.Connections.RevokeAsync(byConnection.Connection.Id, later, Sample.Audit(), Stop);

        Assert.Equal([first, second], await stores.Tokens.ListRevokedSinceAsync(Sample.Now, Stop));
        Assert.Equal([second], await stores.Tokens.ListRevokedSinceAsync(later, Stop));
        Assert.Empty(await stores.Tokens.ListRevokedSinceAsync(later.AddSeconds(1), Stop));
        Assert.Null((await stores.Tokens.FindRefreshTokenAsync(living.Hash, Stop))!.Family.RevokedAt);
    }

    [Theory, EveryStore]
    public async Task A_connection_is_abandoned_when_no_family_lives_and_no_code_can_become_one(string store)
    {
        using var stores = Open(store);
        var code = (await stores.SignInAsync(Stop)).Code!;
        async Task<bool> Lives(DateTimeOffset now) =>
            !(await stores.Connections.ListAbandonedAsync(now, 10, Stop)).Contains(code.Connection);

        Assert.True(await Lives(Sample.Now));
        Assert.False(await Lives(code.ExpiresAt));

        var family = (await stores.RedeemAsync(code, Stop)).Family;
        Assert.True(await Lives(code.ExpiresAt));
        Assert.False(await stores.Connections.RevokeAbandonedAsync(code.Connection, Sample.Now, Sample.Audit(), Stop));

        await stores.Tokens.RevokeFamilyAsync(family.Id, Sample.Now, Stop);
        Assert.False(await Lives(Sample.Now));
        Assert.True(await stores.Connections.RevokeAbandonedAsync(code.Connection, Sample.Now, Sample.Audit(), Stop));
        Assert.NotNull((await stores.Connections.FindAsync(code.Connection, Stop))!.RevokedAt);
        Assert.Empty(await stores.Connections.ListAbandonedAsync(Sample.Now, 10, Stop));
    }

    [Theory, EveryStore]
    public async Task Expired_codes_are_purged(string store)
    {
        using var stores = Open(store);
        var code = (await stores.SignInAsync(Stop)).Code!;

        await stores.Tokens.PurgeAsync(code.ExpiresAt.AddSeconds(-1), Sample.Now, Stop);
        Assert.NotNull(await stores.Tokens.FindCodeAsync(code.Hash, Stop));

        await stores.Tokens.PurgeAsync(code.ExpiresAt, Sample.Now, Stop);
        Assert.Null(await stores.Tokens.FindCodeAsync(code.Hash, Stop));
    }

    [Theory, EveryStore]
    public async Task Expired_refresh_tokens_are_purged_and_with_the_newest_its_family(string store)
    {
        using var stores = Open(store);
        var token = await stores.RedeemAsync((await stores.SignInAsync(Stop)).Code!, Stop);
        var successor = Sample.Hash();
        var expiry = token.ExpiresAt.AddDays(1);
        await stores.Tokens.TryRotateAsync(token.Hash, successor, [1], Sample.Now, expiry, Stop);

        await stores.Tokens.PurgeAsync(token.ExpiresAt, Sample.Now, Stop);
        Assert.Null(await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop));
        Assert.NotNull(await stores.Tokens.FindRefreshTokenAsync(successor, Stop));

        await stores.Tokens.PurgeAsync(expiry, Sample.Now, Stop);
        Assert.Null(await stores.Tokens.FindRefreshTokenAsync(successor, Stop));
        Assert.Contains(token.Family.Connection, await stores.Connections.ListAbandonedAsync(expiry, 10, Stop));
    }

    [Theory, EveryStore]
    public async Task Sealed_successors_are_erased_when_the_grace_window_closes(string store)
    {
        using var stores = Open(store);
        var token = await stores.RedeemAsync((await stores.SignInAsync(Stop)).Code!, Stop);
        await stores.Tokens.TryRotateAsync(token.Hash, Sample.Hash(), [1], Sample.Now, token.ExpiresAt, Stop);

        await stores.Tokens.PurgeAsync(Sample.Now, Sample.Now, Stop);
        Assert.NotNull((await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop))!.SealedSuccessor);

        await stores.Tokens.PurgeAsync(Sample.Now, Sample.Now.AddMilliseconds(1), Stop);
        var erased = (await stores.Tokens.FindRefreshTokenAsync(token.Hash, Stop))!;
        Assert.Null(erased.SealedSuccessor);
        Assert.Equal(Sample.Now, erased.RotatedAt);
    }

    [Theory, EveryStore]
    public async Task More_than_one_batch_is_purged(string store)
    {
        using var stores = Open(store);
        var token = (await stores.RedeemAsync((await stores.SignInAsync(Stop)).Code!, Stop)).Hash;
        var chain = new List<TokenHash> { token };
        for (var i = 0; i < 1100; i++)
        {
            var successor = Sample.Hash();
            await stores.Tokens.TryRotateAsync(chain[^1], successor, [1], Sample.Now, Sample.Now.AddDays(30), Stop);
            chain.Add(successor);
        }

        await stores.Tokens.PurgeAsync(Sample.Now, Sample.Now.AddDays(1), Stop);
        foreach (var hash in chain)
        {
            Assert.Null((await stores.Tokens.FindRefreshTokenAsync(hash, Stop))!.SealedSuccessor);
        }

        await stores.Tokens.PurgeAsync(Sample.Now.AddDays(30), Sample.Now, Stop);
        foreach (var hash in chain)
        {
            Assert.Null(await stores.Tokens.FindRefreshTokenAsync(hash, Stop));
        }
    }
}
