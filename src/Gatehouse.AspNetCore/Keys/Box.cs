using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.AspNetCore.Keys;

/// <summary>AES-256-GCM: nonce, tag, ciphertext. The context is authenticated, so a box opens only where it belongs.</summary>
internal static class Box
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, string context)
    {
        var box = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            box.AsSpan(0, NonceLength),
            plain,
            box.AsSpan(NonceLength + TagLength),
            box.AsSpan(NonceLength, TagLength),
            Encoding.UTF8.GetBytes(context)
        );
        return box;
    }

    /// <summary>Null when it is damaged, was sealed by another key or for another context.</summary>
    public static byte[]? Open(byte[] key, ReadOnlySpan<byte> box, string context)
    {
        if (box.Length < NonceLength + TagLength)
        {
            return null;
        }

        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(
                box[..NonceLength],
                box[(NonceLength + TagLength)..],
                box.Slice(NonceLength, TagLength),
                plain,
                Encoding.UTF8.GetBytes(context)
            );
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
