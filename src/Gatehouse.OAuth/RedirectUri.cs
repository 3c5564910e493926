using System.Buffers;
using System.Globalization;

namespace Gatehouse.OAuth;

/// <summary>
/// RFC 6749 §3.1.2: where a client wants its answer. The text is kept byte for byte; the parts are read by a grammar
/// stricter than <see cref="Uri"/>'s, so that nothing a browser would read differently gets through.
/// </summary>
public sealed record RedirectUri
{
    private const int MaximumLength = 2000;

    // RFC 3986 §2: the characters of a URI. No backslash, blank, quote or control character, which browsers "repair".
    private static readonly SearchValues<char> UriCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%"
    );

    private static readonly string[] LoopbackHosts = ["127.0.0.1", "localhost", "[::1]"];

    private RedirectUri(string value, RedirectUriKind kind, string host, string canonical)
    {
        Value = value;
        Kind = kind;
        Host = host;
        Canonical = canonical;
    }

    /// <summary>The text as the client sent it.</summary>
    public string Value { get; }

    /// <summary>Web page, this computer, or an app.</summary>
    public RedirectUriKind Kind { get; }

    /// <summary>The host of a web page or of this computer; the scheme of an app.</summary>
    public string Host { get; }

    /// <summary>What is compared: the text itself, but a loopback address without its port and with an empty path written as <c>/</c>.</summary>
    public string Canonical { get; }

    /// <summary>
    /// RFC 9700 §4.1.3 exact match; RFC 8252 §7.3 any port for loopback. The three loopback names are not interchangeable.
    /// </summary>
    public bool Matches(RedirectUri registered) =>
        Kind == registered.Kind && string.Equals(Canonical, registered.Canonical, StringComparison.Ordinal);

    /// <summary>The address with parameters of the answer appended to its query.</summary>
    public string With(params IEnumerable<(string Name, string Value)> parameters)
    {
        var answer = string.Join(
            '&',
            parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}")
        );
        var separator =
            !Value.Contains('?', StringComparison.Ordinal) ? "?"
            : Value[^1] is '?' or '&' ? ""
            : "&";
        return Value + separator + answer;
    }

    /// <summary>Reads a redirect address; the error says what is wrong with it.</summary>
    public static Result<RedirectUri> Parse(string? text)
    {
        if (text is not { Length: > 0 and <= MaximumLength } || text.AsSpan().ContainsAnyExcept(UriCharacters))
        {
            return Fail($"A redirect URI must be 1 to {MaximumLength} characters of RFC 3986.");
        }

        if (text.Contains('#', StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            return Fail("A redirect URI must be absolute and have no fragment (RFC 6749 section 3.1.2).");
        }

        if (uri.UserInfo.Length > 0)
        {
            return Fail("A redirect URI must not hold a user name.");
        }

        return uri.Scheme switch
        {
            "https" => ParseHttps(text, uri),
            "http" => ParseLoopback(text),
            _ => new RedirectUri(text, RedirectUriKind.PrivateScheme, uri.Scheme, text),
        };
    }

    /// <inheritdoc/>
    public bool Equals(RedirectUri? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static Result<RedirectUri> ParseHttps(string text, Uri uri) =>
        text.StartsWith("https://", StringComparison.Ordinal) && uri.Host.Length > 0
            ? new RedirectUri(text, RedirectUriKind.Web, uri.IdnHost, text)
            : Fail("A redirect URI of a web page must begin with https://.");

    private static Result<RedirectUri> ParseLoopback(string text)
    {
        const string scheme = "http://";
        var rest = text.StartsWith(scheme, StringComparison.Ordinal) ? text[scheme.Length..] : "";
        var host = Array.Find(LoopbackHosts, name => rest.StartsWith(name, StringComparison.Ordinal));
        if (host is null)
        {
            return Fail("Plain http is for this computer only: 127.0.0.1, [::1] or localhost (RFC 8252 section 7.3).");
        }

        rest = rest[host.Length..];
        var pathStart = rest.IndexOfAny(['/', '?']);
        var port = pathStart < 0 ? rest : rest[..pathStart];
        var path = pathStart < 0 ? "" : rest[pathStart..];
        if (port.Length > 0 && !IsPort(port))
        {
            return Fail("After the loopback host only a port, a path and a query may follow.");
        }

        var canonicalPath = path is ['/', ..] ? path : "/" + path;
        return new RedirectUri(text, RedirectUriKind.Loopback, host, scheme + host + canonicalPath);
    }

    private static bool IsPort(string text) =>
        text[0] == ':'
        && ushort.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port > 0;

    private static OAuthError Fail(string description) => new(OAuthErrorCodes.InvalidRedirectUri, description);
}
