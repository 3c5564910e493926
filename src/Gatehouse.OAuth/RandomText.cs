using System.Buffers.Text;
using System.Security.Cryptography;

namespace Gatehouse.OAuth;

/// <summary>Unguessable text: base64url of random bytes.</summary>
internal static class RandomText
{
    /// <summary>256 bits, 43 characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
