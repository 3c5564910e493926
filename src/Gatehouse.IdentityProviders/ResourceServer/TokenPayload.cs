using System.Globalization;
using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Identity;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>What a provider says of an access token: the payload of the token itself, or the answer of its introspection endpoint.</summary>
internal static class TokenPayload
{
    private const double LastSecond = 253_402_300_799;

    /// <summary>Null when it is no JSON object, or says a thing twice.</summary>
    public static Claims? Parse(ReadOnlyMemory<byte> utf8) =>
        DocumentMembers.Read(utf8) is { } payload ? Claims.Of(payload) : null;

    extension(Claims claims)
    {
        /// <summary>RFC 7519 §2, NumericDate; some providers write it as a text.</summary>
        public DateTimeOffset? Time(string claim) =>
            double.TryParse(claims.Text(claim), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and <= LastSecond
                ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))
                : null;
    }
}
