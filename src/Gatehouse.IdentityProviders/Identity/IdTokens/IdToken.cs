using System.Buffers.Text;
using System.Text.Json;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>An ID token as it was received: read, and nothing of it verified yet.</summary>
/// <param name="Text">The JWT.</param>
/// <param name="Header">Its JOSE header.</param>
/// <param name="Payload">Its claims.</param>
internal sealed record IdToken(string Text, JsonElement Header, JsonElement Payload)
{
    /// <summary>Many groups fit in; what is longer was not made for a browser's sign-in.</summary>
    private const int LongestToken = 64 * 1024;

    // A claim that is there twice would be read by us one way and by somebody else the other.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>The algorithm it says it is signed with.</summary>
    public string? Algorithm => Claims.TextOf(Claims.Find(Header, "alg"));

    /// <summary>The key it says it is signed with.</summary>
    public string? KeyId => Claims.TextOf(Claims.Find(Header, "kid"));

    /// <summary>A claim as text; null when it is not there.</summary>
    public string? Claim(string name) =>
        Payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>Reads one; null for anything that is not three parts, header and claims being objects.</summary>
    public static IdToken? Read(string text)
    {
        if (text.Length > LongestToken || text.Split('.') is not [var header, var payload, _])
        {
            return null;
        }

        try
        {
            var (head, claims) = (Parse(header), Parse(payload));
            return (head.ValueKind, claims.ValueKind) is (JsonValueKind.Object, JsonValueKind.Object)
                ? new IdToken(text, head, claims)
                : null;
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "IdToken ***";

    private static JsonElement Parse(string part)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
        return document.RootElement.Clone();
    }
}
