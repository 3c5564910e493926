using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>
/// The codes a model comes back with when the person agreed. Nobody can know one beforehand, so that no text a model reads can bring it along: the key
/// is this process's own. A code is good for 10 to 20 minutes, for what was asked.
/// </summary>
internal sealed class ConfirmationCodes(TimeProvider time)
{
    private const int Length = 8;
    private static readonly TimeSpan step = TimeSpan.FromMinutes(10);

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The code for what is asked now.</summary>
    /// <param name="asked">The call and the question, exactly.</param>
    public string Of(string asked) => Of(asked, Step);

    /// <summary>Is it the code for this, and not too old?</summary>
    public bool Holds(string asked, string? code) =>
        code is not null && (code == Of(asked, Step) || code == Of(asked, Step - 1));

    private long Step => time.GetUtcNow().Ticks / step.Ticks;

    private string Of(string asked, long at) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{at} {asked}")))[..Length];
}
