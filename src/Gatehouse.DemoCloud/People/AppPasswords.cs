using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.DemoCloud.People;

/// <summary>The app passwords of one person.</summary>
internal sealed class AppPasswords(TimeProvider time, IEnumerable<AppPassword> kept) : IDisposable
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile ImmutableList<AppPassword> all = [.. kept];

    public IReadOnlyList<AppPassword> All => all;

    /// <summary>Called with the next list before it counts.</summary>
    public Func<IReadOnlyList<AppPassword>, CancellationToken, Task> SaveAsync { get; set; } =
        (_, _) => Task.CompletedTask;

    /// <summary>Makes one and returns its secret, which nobody can read again.</summary>
    public async Task<string> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var secret = NewSecret();
        var made = new AppPassword(
            RandomNumberGenerator.GetHexString(16, lowercase: true),
            name,
            HashOf(secret),
            time.GetUtcNow()
        );
        await ChangeAsync(list => list.Add(made), cancellationToken);
        return secret;
    }

    /// <summary>Gives <paramref name="rotated"/> another secret; the old one is dead.</summary>
    public async Task<string> RotateAsync(AppPassword rotated, CancellationToken cancellationToken)
    {
        var secret = NewSecret();
        await ChangeAsync(
            list => [.. list.Select(one => one.Id == rotated.Id ? one with { Hash = HashOf(secret) } : one)],
            cancellationToken
        );
        return secret;
    }

    public Task RevokeAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(list => list.RemoveAll(one => one.Id == id), cancellationToken);

    public Task RevokeAllAsync(CancellationToken cancellationToken) => ChangeAsync(_ => [], cancellationToken);

    public AppPassword? Find(string secret)
    {
        var hash = HashOf(secret);
        return all.FirstOrDefault(one =>
            CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one.Hash), Encoding.ASCII.GetBytes(hash))
        );
    }

    public void Dispose() => writing.Dispose();

    private static string NewSecret() => RandomNumberGenerator.GetString(Alphabet, 72);

    private static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private async Task ChangeAsync(
        Func<ImmutableList<AppPassword>, ImmutableList<AppPassword>> change,
        CancellationToken cancellationToken
    )
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            var next = change(all);
            await SaveAsync(next, cancellationToken);
            all = next;
        }
        finally
        {
            _ = writing.Release();
        }
    }
}
