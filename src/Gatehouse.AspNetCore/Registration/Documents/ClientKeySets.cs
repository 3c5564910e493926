using Gatehouse.AspNetCore.Protection;
using Gatehouse.OAuth.Registration;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.AspNetCore.Registration.Documents;

/// <summary>
/// The keys of clients that sign, by value or from their addresses. Published keys are kept as long as the publisher allows, at least a minute, and
/// are asked for again when a signature names one that is not among them; when the publisher is away the last ones serve on for a day.
/// </summary>
internal sealed class ClientKeySets(OutboundClient outbound, TimeProvider time)
{
    private const int KeptSets = 256;
    private const int MaximumLength = 64 * 1024;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Stale = TimeSpan.FromHours(24);

    private readonly GenerationalCache<string, CachedKeys> cache = new(KeptSets);

    /// <summary>The keys; null when they are published and the publisher is away.</summary>
    public async Task<IReadOnlyList<SecurityKey>?> FindAsync(ClientKeys keys, string? keyId)
    {
        if (keys.Jwks is { } inline)
        {
            return Read(inline);
        }

        var address = keys.JwksUri!;
        var now = time.GetUtcNow();
        var cached = cache.Find(address);
        if (cached is not null && (cached.FetchedAt + Shortest > now || (cached.Until > now && cached.Has(keyId))))
        {
            return cached.Keys;
        }

        var answer = await outbound.GetAsync(new Uri(address), MaximumLength);
        if (answer.Body is { } body)
        {
            var fetched = new CachedKeys(Read(System.Text.Encoding.UTF8.GetString(body)), now, now + answer.Lifetime);
            cache.Add(address, fetched);
            return fetched.Keys;
        }

        return cached is not null && cached.FetchedAt + Stale > now ? cached.Keys
            : answer.IsAway ? null
            : [];
    }

    private static List<SecurityKey> Read(string jwks)
    {
        try
        {
            return [.. new JsonWebKeySet(jwks).GetSigningKeys().Where(IsAsymmetric)];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    // A published symmetric key is no key.
    private static bool IsAsymmetric(SecurityKey key) =>
        key
            is AsymmetricSecurityKey
                or JsonWebKey { Kty: JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve };
}
