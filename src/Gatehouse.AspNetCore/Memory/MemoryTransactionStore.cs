using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.AspNetCore.Memory;

internal sealed class MemoryTransactionStore(MemoryState state) : ITransactionStore
{
    public Task<TransactionStart> TryAddAsync(
        Transaction transaction,
        TransactionLimits limits,
        CancellationToken cancellationToken
    ) => state.RunAsync(() => TryAdd(transaction, limits), cancellationToken);

    public Task<Transaction?> FindAsync(TransactionId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        state.RunAsync(
            () => state.Transactions.GetValueOrDefault(id) is { } found && found.ExpiresAt > now ? found : null,
            cancellationToken
        );

    public Task<bool> TryUpdateAsync(Transaction transaction, CancellationToken cancellationToken) =>
        state.RunAsync(() => TryUpdate(state, transaction), cancellationToken);

    public Task PurgeAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        state.RunAsync(
            () => state.Transactions.RemoveWhere(transaction => transaction.ExpiresAt <= now),
            cancellationToken
        );

    private TransactionStart TryAdd(Transaction transaction, TransactionLimits limits)
    {
        if (state.Transactions.ContainsKey(transaction.Id))
        {
            return TransactionStart.Repeated;
        }

        var open = state
            .Transactions.Values.Where(one => one.State != TransactionState.Finished && one.ExpiresAt > limits.Now)
            .ToList();
        if (open.Count >= limits.Open)
        {
            return TransactionStart.Full;
        }

        if (open.Count(one => one.Browser == transaction.Browser) >= limits.OfBrowser)
        {
            return TransactionStart.FullForBrowser;
        }

        state.Transactions.Add(transaction.Id, transaction);
        return TransactionStart.Begun;
    }

    /// <summary>Replaces the version before this one; false when it is not there.</summary>
    public static bool TryUpdate(MemoryState state, Transaction transaction)
    {
        var isNext =
            state.Transactions.TryGetValue(transaction.Id, out var stored) && stored.Version == transaction.Version - 1;
        if (isNext)
        {
            state.Transactions[transaction.Id] = transaction;
        }

        return isNext;
    }
}
