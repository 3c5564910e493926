using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace Gatehouse.AspNetCore.Keys;

/// <summary>
/// All keys, open in memory. The newest of a purpose makes new things, the others are for what they made. A key another node
/// added is found when something first names it.
/// </summary>
internal sealed class KeyRing(IKeyStore store, MasterKey master, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ReloadPause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim loading = new(1, 1);
    private ImmutableArray<RingKey> keys = [];
    private DateTimeOffset loadedAt;

    /// <summary>Reads the ring and makes the keys that are missing. Before it nothing can be signed or opened.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            await ReadAsync(cancellationToken);
            var missing = Enum.GetValues<KeyPurpose>()
                .Where(purpose => !keys.Any(key => key.Purpose == purpose))
                .ToList();
            foreach (var purpose in missing)
            {
                var key = Make(purpose);
                await store.AddAsync(
                    new StoredKey(key.Id, purpose, key.CreatedAt, master.Seal(key.Bytes, Context(key.Id, purpose))),
                    cancellationToken
                );
            }

            if (missing.Count > 0)
            {
                await ReadAsync(cancellationToken);
            }
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>The key that makes new things.</summary>
    public RingKey Current(KeyPurpose purpose) => keys.Last(key => key.Purpose == purpose);

    /// <summary>Every key of a purpose.</summary>
    public IEnumerable<RingKey> All(KeyPurpose purpose) => keys.Where(key => key.Purpose == purpose);

    /// <summary>The key of that name; looks into the store again, at most every five seconds, when it is not known.</summary>
    public async ValueTask<RingKey?> FindAsync(KeyPurpose purpose, string id, CancellationToken cancellationToken)
    {
        if (Find(purpose, id) is { } known)
        {
            return known;
        }

        if (time.GetUtcNow() - loadedAt > ReloadPause)
        {
            await ReloadAsync(cancellationToken);
        }

        return Find(purpose, id);
    }

    public void Dispose() => loading.Dispose();

    // Tokens with invented key names cost one look into the store in five seconds, however many arrive at once.
    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - loadedAt > ReloadPause)
            {
                await ReadAsync(cancellationToken);
            }
        }
        finally
        {
            loading.Release();
        }
    }

    private RingKey? Find(KeyPurpose purpose, string id) =>
        keys.FirstOrDefault(key => key.Id == id && key.Purpose == purpose);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var stored = await store.ListAsync(cancellationToken);
        keys = [.. stored.Select(Open).OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal)];
        loadedAt = time.GetUtcNow();
    }

    private RingKey Open(StoredKey stored) =>
        master.Open(stored.Sealed, Context(stored.Id, stored.Purpose)) is { } bytes
            ? new RingKey(stored.Id, stored.Purpose, stored.CreatedAt, bytes)
            : throw new InvalidOperationException(
                "The keys in the store were sealed by another master key. Restore the master key file that belongs to this store."
            );

    private RingKey Make(KeyPurpose purpose)
    {
        using var ecdsa = purpose == KeyPurpose.Signing ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : null;
        var bytes = ecdsa?.ExportPkcs8PrivateKey() ?? RandomNumberGenerator.GetBytes(32);
        return new RingKey(RandomNumberGenerator.GetHexString(8, lowercase: true), purpose, time.GetUtcNow(), bytes);
    }

    private static string Context(string id, KeyPurpose purpose) =>
        string.Create(CultureInfo.InvariantCulture, $"key {purpose} {id}");
}
