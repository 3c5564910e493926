using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.Storage.Tests.Contract;

public sealed class TransactionStoreTests : StoreTests
{
    [Theory, EveryStore]
    public async Task A_transaction_is_found_until_it_expires(string store)
    {
        using var stores = Open(store);
        var transaction = Sample.Transaction();

        Assert.Equal(TransactionStart.Begun, await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop));

        Assert.Equivalent(
            transaction,
            await stores.Transactions.FindAsync(transaction.Id, transaction.ExpiresAt.AddMilliseconds(-1), Stop),
            strict: true
        );
        Assert.Null(await stores.Transactions.FindAsync(transaction.Id, transaction.ExpiresAt, Stop));
        Assert.Null(await stores.Transactions.FindAsync(TransactionId.New(), Sample.Now, Stop));
    }

    [Theory, EveryStore]
    public async Task The_same_consent_sent_twice_begins_one_transaction(string store)
    {
        using var stores = Open(store);
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);

        Assert.Equal(
            TransactionStart.Repeated,
            await stores.Transactions.TryAddAsync(transaction with { Content = [9] }, Sample.Limits, Stop)
        );

        var found = await stores.Transactions.FindAsync(transaction.Id, Sample.Now, Stop);
        Assert.Equal(transaction.Content, found!.Content);
    }

    [Theory, EveryStore]
    public async Task An_update_replaces_the_version_before_it(string store)
    {
        using var stores = Open(store);
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
        var failed = transaction with
        {
            State = TransactionState.Failed,
            Content = [4, 5],
            Story = """["failed"]""",
            Version = 2,
            ExpiresAt = Sample.Now.AddHours(1),
        };

        Assert.True(await stores.Transactions.TryUpdateAsync(failed, Stop));

        Assert.Equivalent(failed, await stores.Transactions.FindAsync(transaction.Id, Sample.Now, Stop), strict: true);
    }

    [Theory, EveryStore]
    public async Task An_update_of_an_old_or_future_version_or_of_nothing_is_refused(string store)
    {
        using var stores = Open(store);
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);
        await stores.Transactions.TryUpdateAsync(transaction with { Version = 2 }, Stop);

        Assert.False(await stores.Transactions.TryUpdateAsync(transaction with { Version = 2, Story = "late" }, Stop));
        Assert.False(await stores.Transactions.TryUpdateAsync(transaction with { Version = 4, Story = "far" }, Stop));
        Assert.False(await stores.Transactions.TryUpdateAsync(Sample.Transaction() with { Version = 2 }, Stop));

        var found = await stores.Transactions.FindAsync(transaction.Id, Sample.Now, Stop);
        Assert.Equal((2, "[]"), (found!.Version, found.Story));
    }

    [Theory, EveryStore]
    public async Task Of_parallel_updates_of_one_version_one_wins(string store)
    {
        using var stores = Open(store);
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Sample.Limits, Stop);

        var won = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    Task.Run(() => stores.Transactions.TryUpdateAsync(transaction with { Version = 2 }, Stop), Stop)
                )
        );

        Assert.Single(won, one => one);
    }

    [Theory, EveryStore]
    public async Task Expired_transactions_are_purged_and_their_names_are_free_again(string store)
    {
        using var stores = Open(store);
        var (expired, living) = (Sample.Transaction(), Sample.Transaction() with { ExpiresAt = Sample.Now.AddDays(1) });
        await stores.Transactions.TryAddAsync(expired, Sample.Limits, Stop);
        await stores.Transactions.TryAddAsync(living, Sample.Limits, Stop);

        await stores.Transactions.PurgeAsync(expired.ExpiresAt, Stop);

        Assert.Equal(TransactionStart.Begun, await stores.Transactions.TryAddAsync(expired, Sample.Limits, Stop));
        Assert.Equal(TransactionStart.Repeated, await stores.Transactions.TryAddAsync(living, Sample.Limits, Stop));
    }

    [Theory, EveryStore]
    public async Task No_more_are_opened_than_the_limits_allow(string store)
    {
        using var stores = Open(store);
        var (first, second) = (Sample.Transaction(), Sample.Transaction());
        var ofSecond = Sample.Transaction() with { Browser = second.Browser };
        var limits = new TransactionLimits(3, 1, Sample.Now);
        await stores.Transactions.TryAddAsync(first, limits, Stop);
        await stores.Transactions.TryAddAsync(second, limits, Stop);

        Assert.Equal(TransactionStart.FullForBrowser, await stores.Transactions.TryAddAsync(ofSecond, limits, Stop));
        await stores.Transactions.TryAddAsync(Sample.Transaction(), limits, Stop);
        Assert.Equal(TransactionStart.Full, await stores.Transactions.TryAddAsync(Sample.Transaction(), limits, Stop));
        Assert.Equal(TransactionStart.Repeated, await stores.Transactions.TryAddAsync(first, limits, Stop));
        Assert.Null(await stores.Transactions.FindAsync(ofSecond.Id, Sample.Now, Stop));
    }

    [Theory, EveryStore]
    public async Task Finished_and_expired_ones_make_room(string store)
    {
        using var stores = Open(store);
        var transaction = Sample.Transaction();
        var limits = new TransactionLimits(1, 1, Sample.Now);
        await stores.Transactions.TryAddAsync(transaction, limits, Stop);
        var later = Sample.Transaction() with { ExpiresAt = transaction.ExpiresAt.AddMinutes(5) };

        Assert.Equal(
            TransactionStart.Begun,
            await stores.Transactions.TryAddAsync(later, limits with { Now = transaction.ExpiresAt }, Stop)
        );
        var finished = later with { State = TransactionState.Finished, Version = 2 };
        await stores.Transactions.TryUpdateAsync(finished, Stop);
        Assert.Equal(
            TransactionStart.Begun,
            await stores.Transactions.TryAddAsync(
                Sample.Transaction() with
                {
                    Browser = later.Browser,
                },
                limits with
                {
                    Now = transaction.ExpiresAt,
                },
                Stop
            )
        );
    }

    [Theory, EveryStore]
    public async Task Of_many_that_begin_at_once_no_more_get_in_than_there_is_room(string store)
    {
        using var stores = Open(store);
        var limits = new TransactionLimits(5, 5, Sample.Now);

        var begun = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(_ => Task.Run(() => stores.Transactions.TryAddAsync(Sample.Transaction(), limits, Stop), Stop))
        );

        Assert.Equal(5, begun.Count(one => one == TransactionStart.Begun));
    }
}
