using System.Buffers;

namespace Gatehouse.OAuth.Registration.Documents;

/// <summary>
/// draft-ietf-oauth-client-id-metadata-document §3: a client identifier that is the address of the client's own description.
/// The text is kept byte for byte; it is read by a grammar stricter than <see cref="Uri"/>'s, so that what is fetched is what stands there.
/// </summary>
public readonly record struct DocumentUrl
{
    private const string Scheme = "https://";

    // RFC 3986 §2 without "#": no blank, quote or backslash that a parser would repair.
    private static readonly SearchValues<char> Characters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?[]@!$&'()*+,;=%"
    );

    private DocumentUrl(Uri uri, string value)
    {
        Uri = uri;
        Value = value;
    }

    /// <summary>The identifier as the client sends it.</summary>
    public string Value { get; }

    /// <summary>What to fetch.</summary>
    public Uri Uri { get; }

    /// <summary>The host that vouches for the client, in lower case.</summary>
    public string Host => Uri.Host;

    /// <summary>True for an identifier that wants to be the address of a document; every other form of identifier is issued by a server.</summary>
    public static bool IsMeant(ClientId id) => id.Value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads an identifier; the error says which rule it breaks.</summary>
    public static Result<DocumentUrl> Parse(ClientId id)
    {
        var text = id.Value;
        if (!text.StartsWith(Scheme, StringComparison.Ordinal) || text.AsSpan().ContainsAnyExcept(Characters))
        {
            return Fail("it must begin with https:// and have no fragment and no characters outside RFC 3986");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0)
        {
            return Fail("it must be an absolute address without a user name");
        }

        var rest = text[Scheme.Length..];
        var end = rest.IndexOfAny(['/', '?']);
        if (end < 0 || rest[end] == '?' || rest.Length == end + 1)
        {
            return Fail("it must have a path");
        }

        // The host that stands there is the host that is asked: no escapes, no shorthand. An IP address vouches for nobody.
        var authority = rest[..end];
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        if (
            uri.HostNameType != UriHostNameType.Dns
            || !uri.Host.Contains('.', StringComparison.Ordinal)
            || uri.Host[^1] == '.'
            || !authority.Equals(uri.Host + port, StringComparison.OrdinalIgnoreCase)
        )
        {
            return Fail("its host must be a plain domain name");
        }

        return HasDotSegment(rest[end..]) ? Fail("its path must have no . or .. segments") : new DocumentUrl(uri, text);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool HasDotSegment(string pathAndQuery) =>
        pathAndQuery
            .Split('?')[0]
            .Split('/')
            .Any(segment => segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..");

    private static OAuthError Fail(string reason) =>
        new(
            OAuthErrorCodes.InvalidClient,
            $"The identifier is not a usable address of a client ID metadata document: {reason}."
        );
}
