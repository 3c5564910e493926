namespace Gatehouse.AspNetCore.Keys;

/// <summary>What a key is for; no key serves two purposes.</summary>
public enum KeyPurpose
{
    /// <summary>Signs access tokens: ECDSA P-256.</summary>
    Signing,

    /// <summary>Vouches for dynamic client identifiers: 256 bits.</summary>
    Mac,

    /// <summary>Seals credentials, transactions and forms: 256 bits.</summary>
    Vault,
}
