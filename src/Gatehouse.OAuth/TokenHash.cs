using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.OAuth;

/// <summary>SHA-256 of a secret or an identifier, base64url: what is stored and looked up in place of the thing itself.</summary>
public readonly record struct TokenHash
{
    /// <summary>Characters of every hash.</summary>
    internal const int Length = 43;

    private TokenHash(string value) => Value = value;

    /// <summary>43 characters of base64url.</summary>
    public string Value { get; }

    /// <summary>Hashes the UTF-8 bytes of a text.</summary>
    public static TokenHash Of(string text) =>
        new(Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>Takes a hash back from a store.</summary>
    public static TokenHash FromStore(string value) =>
        value.Length == Length
            ? new TokenHash(value)
            : throw new FormatException("A stored hash must be 43 characters long.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
