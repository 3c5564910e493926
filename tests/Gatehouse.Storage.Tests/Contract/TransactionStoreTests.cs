using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.Storage.Tests.Contract;

public sealed class TransactionStoreTests : StoreTests
{
    [Theory, EveryStore]
    public async Task A_transaction_is_found_until_it_expires(string store)
    {
        using var stores = Open(store);
        var transaction = Sample.Transaction();

        Assert.True(await stores.Transactions.TryAddAsync(transaction, Stop));

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
        await stores.Transactions.TryAddAsync(transaction, Stop);

        Assert.False(await stores.Transactions.TryAddAsync(transaction with { Content = [9] }, Stop));

        var found = await stores.Transactions.FindAsync(transaction.Id, Sample.Now, Stop);
        Assert.Equal(transaction.Content, found!.Content);
    }

    [Theory, EveryStore]
    public async Task An_update_replaces_the_version_before_it(string store)
    {
        using var stores = Open(store);
        var transaction = Sample.Transaction();
        await stores.Transactions.TryAddAsync(transaction, Stop);
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
        await stores.Transactions.TryAddAsync(transaction, Stop);
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
        await stores.Transactions.TryAddAsync(transaction, Stop);

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
        await stores.Transactions.TryAddAsync(expired, Stop);
        await stores.Transactions.TryAddAsync(living, Stop);

        await stores.Transactions.PurgeAsync(expired.ExpiresAt, Stop);

        Assert.True(await stores.Transactions.TryAddAsync(expired, Stop));
        Assert.False(await stores.Transactions.TryAddAsync(living, Stop));
    }
}
