using System.Buffers.Text;
using System.Text.Json;
using Gatehouse.IdentityProviders.Discovery;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>RFC 7515 §3.1: an ID token or access token as it was received: read, and nothing of it verified yet.</summary>
/// <param name="Text">The JWT.</param>
/// <param name="Header">Its JOSE header.</param>
/// <param name="Payload">Its claims.</param>
internal sealed record SignedJwt(string Text, JsonElement Header, JsonElement Payload)
{
    /// <summary>Many groups fit in; what is longer was not made for a browser's sign-in.</summary>
    private const int LongestToken = 64 * 1024;

    /// <summary>The algorithm it says it is signed with.</summary>
    public string? Algorithm => Claims.TextOf(Claims.Find(Header, "alg"));

    /// <summary>The key it says it is signed with.</summary>
    public string? KeyId => Claims.TextOf(Claims.Find(Header, "kid"));

    /// <summary>A claim as text; null when it is not there.</summary>
    public string? Claim(string name) =>
        Payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? DocumentMembers.TextOf(value)
            : null;

    /// <summary>Reads one; null for anything that is not three parts, header and claims being objects.</summary>
    public static SignedJwt? Read(string text) =>
        text.Length <= LongestToken
        && text.Split('.') is [var header, var payload, _]
        && Parse(header) is { } head
        && Parse(payload) is { } claims
            ? new SignedJwt(text, head, claims)
            : null;

    /// <inheritdoc/>
    public override string ToString() => "SignedJwt ***";

    private static JsonElement? Parse(string part)
    {
        try
        {
            return DocumentMembers.Read(Base64Url.DecodeFromChars(part));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
