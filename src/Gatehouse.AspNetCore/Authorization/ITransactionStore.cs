namespace Gatehouse.AspNetCore.Authorization;

/// <summary>Keeps transactions. Nothing is written before a person has consented.</summary>
public interface ITransactionStore
{
    /// <summary>Begins one.</summary>
    /// <returns>False when there is one of that name: the same consent was sent twice.</returns>
    Task<bool> TryAddAsync(Transaction transaction, CancellationToken cancellationToken);

    /// <summary>Finds one that has not expired.</summary>
    Task<Transaction?> FindAsync(TransactionId id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Replaces the version before this one.</summary>
    /// <returns>False when another request was faster; then nothing is written.</returns>
    Task<bool> TryUpdateAsync(Transaction transaction, CancellationToken cancellationToken);

    /// <summary>Forgets expired ones.</summary>
    Task PurgeAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
