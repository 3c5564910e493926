using System.Buffers.Binary;
using System.Buffers.Text;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.People;

/// <summary>
/// The proof that a form is one of ours, rendered for this browser and for this act: fresh each time, good for an hour, of no use
/// in another browser or for another act.
/// </summary>
internal sealed class FormSeal(Sealer sealer, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>A seal for one rendering.</summary>
    /// <param name="act">What the form does, and to what.</param>
    /// <param name="owner">Hash of the cookie of the browser, or of the session, it is rendered for.</param>
    public string New(string act, TokenHash owner)
    {
        Span<byte> until = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(until, (time.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds());
        return Base64Url.EncodeToString(sealer.Seal(until, Context(act, owner)));
    }

    public async ValueTask<bool> IsOursAsync(
        string? seal,
        string act,
        TokenHash owner,
        CancellationToken cancellationToken
    ) =>
        seal is not null
        && Base64Url.IsValid(seal)
        && await sealer.OpenAsync(Base64Url.DecodeFromChars(seal), Context(act, owner), cancellationToken) is { } until
        && BinaryPrimitives.ReadInt64BigEndian(until) > time.GetUtcNow().ToUnixTimeMilliseconds();

    private static string Context(string act, TokenHash owner) => $"form {act} for {owner}";
}
