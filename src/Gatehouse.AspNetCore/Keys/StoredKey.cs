namespace Gatehouse.AspNetCore.Keys;

/// <summary>A key of the ring as it is stored: sealed by the master key, which the store never sees.</summary>
/// <param name="Id">Eight letters and digits.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="CreatedAt">The newest of a purpose is the one in use; the others are for what they made.</param>
/// <param name="Sealed">The key, sealed.</param>
public sealed record StoredKey(string Id, KeyPurpose Purpose, DateTimeOffset CreatedAt, byte[] Sealed);
