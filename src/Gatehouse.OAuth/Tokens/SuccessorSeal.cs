using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.OAuth.Tokens;

/// <summary>
/// Seals the successor of a refresh token under a key derived from the token itself, so that whoever presents the old token again
/// gets the same new one on any node, and a stolen store gives nothing. AES-256-GCM; the key is used once, so the nonce is fixed.
/// </summary>
internal static class SuccessorSeal
{
    private const int TagLength = 16;
    private static readonly byte[] Nonce = new byte[12];

    public static byte[] Seal(RefreshToken predecessor, RefreshToken successor)
    {
        var plain = Encoding.ASCII.GetBytes(successor.Reveal());
        var output = new byte[plain.Length + TagLength];
        using var aes = new AesGcm(KeyOf(predecessor), TagLength);
        aes.Encrypt(Nonce, plain, output.AsSpan(TagLength), output.AsSpan(0, TagLength));
        return output;
    }

    public static RefreshToken Open(RefreshToken predecessor, ReadOnlySpan<byte> sealedSuccessor)
    {
        var plain = new byte[sealedSuccessor.Length - TagLength];
        using var aes = new AesGcm(KeyOf(predecessor), TagLength);
        aes.Decrypt(Nonce, sealedSuccessor[TagLength..], sealedSuccessor[..TagLength], plain);
        return RefreshToken.From(Encoding.ASCII.GetString(plain));
    }

    // The stored hash of the token is another function of it and reveals nothing of this key.
    private static byte[] KeyOf(RefreshToken predecessor) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(predecessor.Reveal()),
            32,
            info: "gatehouse refresh successor"u8.ToArray()
        );
}
