using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.OAuth.Tokens;

/// <summary>
/// Seals the successor of a refresh token under a key derived from the token itself, so that whoever presents the old token again
/// gets the same new one on any node, and a stolen store gives nothing. AES-256-GCM: nonce, tag, ciphertext.
/// </summary>
internal static class SuccessorSeal
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Seal(RefreshToken predecessor, RefreshToken successor)
    {
        var plain = Encoding.ASCII.GetBytes(successor.Reveal());
        var output = new byte[NonceLength + TagLength + plain.Length];
        var (nonce, tag, cipher) = Parts(output);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(KeyOf(predecessor), TagLength);
        aes.Encrypt(nonce.Span, plain, cipher.Span, tag.Span);
        return output;
    }

    /// <summary>Gives the successor to whoever shows its predecessor.</summary>
    /// <exception cref="CryptographicException">It was not sealed under this token.</exception>
    public static RefreshToken Open(RefreshToken predecessor, byte[] sealedSuccessor)
    {
        var (nonce, tag, cipher) = Parts(sealedSuccessor);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(KeyOf(predecessor), TagLength);
        aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain);
        return RefreshToken.From(Encoding.ASCII.GetString(plain));
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(byte[] box) =>
        (box.AsMemory(0, NonceLength), box.AsMemory(NonceLength, TagLength), box.AsMemory(NonceLength + TagLength));

    // The stored hash of the token is another function of it and reveals nothing of this key.
    private static byte[] KeyOf(RefreshToken predecessor) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(predecessor.Reveal()),
            outputLength: 32,
            info: "gatehouse refresh successor"u8.ToArray()
        );
}
