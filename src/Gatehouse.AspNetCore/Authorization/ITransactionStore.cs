namespace Gatehouse.AspNetCore.Authorization;

/// <summary>Keeps transactions. Nothing is written before a person has consented.</summary>
public interface ITransactionStore
{
    /// <summary>Begins one, unless too many are open. Counted and written in one step, so that the limits hold whoever writes beside.</summary>
    Task<TransactionStart> TryAddAsync(
        Transaction transaction,
        TransactionLimits limits,
        CancellationToken cancellationToken
    );

    /// <summary>Finds one that has not expired.</summary>
    Task<Transaction?> FindAsync(TransactionId id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Replaces the version before this one.</summary>
    /// <returns>False when another request was faster; then nothing is written.</returns>
    Task<bool> TryUpdateAsync(Transaction transaction, CancellationToken cancellationToken);

    /// <summary>Forgets expired ones.</summary>
    Task PurgeAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
