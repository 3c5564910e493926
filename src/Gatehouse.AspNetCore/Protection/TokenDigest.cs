using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>SHA-256 of a token as a key of the cache: 32 bytes without an object.</summary>
internal readonly record struct TokenDigest(UInt128 High, UInt128 Low)
{
    public static TokenDigest Of(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var utf8 = token.Length <= 1024 ? stackalloc byte[token.Length * 3] : new byte[token.Length * 3];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(token, utf8)], hash);
        return From(hash);
    }

    /// <summary>Takes 32 bytes of a hash.</summary>
    public static TokenDigest From(ReadOnlySpan<byte> hash) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
}
