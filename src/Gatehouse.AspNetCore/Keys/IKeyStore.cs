namespace Gatehouse.AspNetCore.Keys;

/// <summary>Keeps the key ring.</summary>
public interface IKeyStore
{
    /// <summary>All keys, oldest first.</summary>
    Task<IReadOnlyList<StoredKey>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds a key.</summary>
    Task AddAsync(StoredKey key, CancellationToken cancellationToken);
}
