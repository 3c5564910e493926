using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.AspNetCore.Keys;

/// <summary>The signing keys of the ring in the form the JOSE library takes; made once, since it caches by object.</summary>
internal sealed class SigningKeys(KeyRing ring)
{
    private readonly ConcurrentDictionary<string, ECDsaSecurityKey> open = new(StringComparer.Ordinal);

    public ECDsaSecurityKey Current => Open(ring.Current(KeyPurpose.Signing));

    public IEnumerable<ECDsaSecurityKey> All => ring.All(KeyPurpose.Signing).Select(Open);

    /// <summary>The key a token names; null when it is none of ours.</summary>
    public async ValueTask<ECDsaSecurityKey?> FindAsync(string id, CancellationToken cancellationToken) =>
        await ring.FindAsync(KeyPurpose.Signing, id, cancellationToken) is { } key ? Open(key) : null;

    private ECDsaSecurityKey Open(RingKey key) =>
        open.GetOrAdd(
            key.Id,
            static (id, bytes) =>
            {
                var ecdsa = ECDsa.Create();
                ecdsa.ImportPkcs8PrivateKey(bytes, out _);
                return new ECDsaSecurityKey(ecdsa) { KeyId = id };
            },
            key.Bytes
        );
}
