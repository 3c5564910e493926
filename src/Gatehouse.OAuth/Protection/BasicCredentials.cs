using System.Text;

namespace Gatehouse.OAuth.Protection;

/// <summary>RFC 7617 §2: name and password of a request, from its header.</summary>
internal sealed record BasicCredentials(string Name, string Password)
{
    private const string Scheme = "Basic ";
    private const int MaximumLength = 1024;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Null when the header is absent, of another scheme, unreadable, or longer than any name and app password.</summary>
    public static BasicCredentials? Read(string? authorization) =>
        authorization is { Length: < MaximumLength }
        && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && Decode(authorization[Scheme.Length..].Trim()) is { } text
        && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && colon < text.Length - 1
        && !text.Any(char.IsControl)
            ? new BasicCredentials(text[..colon], text[(colon + 1)..])
            : null;

    /// <summary>Never the password.</summary>
    public override string ToString() => $"BasicCredentials {Name} ***";

    private static string? Decode(string base64)
    {
        try
        {
            return Strict.GetString(Convert.FromBase64String(base64));
        }
        catch (Exception malformed) when (malformed is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
