using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.AspNetCore.Registration.Documents;

/// <summary>Keys as they were published.</summary>
internal sealed record CachedKeys(IReadOnlyList<SecurityKey> Keys, DateTimeOffset FetchedAt, DateTimeOffset Until)
{
    public bool Has(string? keyId) => keyId is null || Keys.Any(key => key.KeyId == keyId);
}
