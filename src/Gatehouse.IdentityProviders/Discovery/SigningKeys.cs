using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Discovery;

/// <summary>The public keys a provider signs with; never a symmetric one.</summary>
internal sealed record SigningKeys(IReadOnlyList<SecurityKey> All)
{
    /// <summary>Whether the key a token names is among them; a token that names none may be signed by any.</summary>
    public bool Has(string? keyId) => keyId is null || All.Any(key => key.KeyId == keyId);
}
