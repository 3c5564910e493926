using System.Text;

namespace Gatehouse.AspNetCore.Keys;

/// <summary>
/// Seals with the ring's vault key: the key's name in clear, then a <see cref="Box"/>. The context says what it is and whose,
/// so that nothing sealed for one place opens in another.
/// </summary>
internal sealed class Sealer(KeyRing ring)
{
    private const int KeyIdLength = 8;

    public byte[] Seal(ReadOnlySpan<byte> plain, string context)
    {
        var key = ring.Current(KeyPurpose.Vault);
        return [.. Encoding.ASCII.GetBytes(key.Id), .. Box.Seal(key.Bytes, plain, context)];
    }

    /// <summary>Null when it is damaged, of an unknown key, or belongs elsewhere.</summary>
    public async ValueTask<byte[]?> OpenAsync(byte[] sealedBytes, string context, CancellationToken cancellationToken)
    {
        if (sealedBytes.Length < KeyIdLength)
        {
            return null;
        }

        var key = await ring.FindAsync(
            KeyPurpose.Vault,
            Encoding.ASCII.GetString(sealedBytes, 0, KeyIdLength),
            cancellationToken
        );
        return key is null ? null : Box.Open(key.Bytes, sealedBytes.AsSpan(KeyIdLength), context);
    }
}
