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

    // A browser runs or reads these itself; no app can claim them, whoever wrote them down.
    private static readonly string[] BrowserSchemes =
    [
        "about",
        "blob",
        "data",
        "file",
        "filesystem",
        "javascript",
        "vbscript",
        "view-source",
    ];

    private RedirectUri(string value, RedirectUriKind kind, string host, string canonical)
    {
        Value = value;
        Kind = kind;
        Host = host;
        Canonical = canonical;
        (Port, PathAndQuery) =
            kind == RedirectUriKind.PrivateScheme ? (null, AfterScheme(value)) : AfterHost(value, host);
    }

    /// <summary>The text as the client sent it.</summary>
    public string Value { get; }

    /// <summary>Web page, this computer, or an app.</summary>
    public RedirectUriKind Kind { get; }

    /// <summary>The host of a web page or of this computer; the scheme of an app.</summary>
    public string Host { get; }

    /// <summary>The port, when one is written and it is not the scheme's own; null for an app.</summary>
    public int? Port { get; }

    /// <summary>Path and query of a web page or of this computer, at least <c>/</c>; everything after the scheme of an app.</summary>
    public string PathAndQuery { get; }

    /// <summary>What is compared: the text itself, but a loopback address without its port and with an empty path written as <c>/</c>.</summary>
    public string Canonical { get; }

    /// <summary>The same address as it is kept in a registration: in canonical form.</summary>
    internal RedirectUri Registered => new(Canonical, Kind, Host, Canonical);

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
        if (string.IsNullOrEmpty(text))
        {
            return Fail("The redirect URI is missing.");
        }

        if (text.Length > MaximumLength || text.AsSpan().ContainsAnyExcept(UriCharacters))
        {
            return Fail($"A redirect URI must be at most {MaximumLength} characters of RFC 3986.");
        }

        // Uri takes a bare path for a file.
        if (
            text.Contains('#', StringComparison.Ordinal)
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || !text.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase)
        )
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
            _ when BrowserSchemes.Contains(uri.Scheme) => Fail($"The scheme {uri.Scheme} belongs to no app."),

            // Otherwise a host with its port, claude.ai:443/x, would be an app.
            _ when text[uri.Scheme.Length..] is not [':', '/', ..] => Fail(
                "After the scheme of an app comes a slash (RFC 8252 section 7.1), such as com.example.app:/callback."
            ),
            _ => new RedirectUri(text, RedirectUriKind.PrivateScheme, uri.Scheme, text),
        };
    }

    /// <inheritdoc/>
    public bool Equals(RedirectUri? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static Result<RedirectUri> ParseHttps(string text, Uri uri)
    {
        const string scheme = "https://";
        var rest = text.StartsWith(scheme, StringComparison.Ordinal) ? text[scheme.Length..] : "";

        // The host that stands there must be the host that was understood: no escapes, no shorthand of an IP address.
        return
            uri.Host.Length > 0
            && rest.StartsWith(uri.Host, StringComparison.OrdinalIgnoreCase)
            && AfterPort(rest[uri.Host.Length..]) is not null
            ? new RedirectUri(text, RedirectUriKind.Web, uri.Host, text)
            : Fail("A redirect URI of a web page must begin with https:// and a plain host name.");
    }

    private static Result<RedirectUri> ParseLoopback(string text)
    {
        const string scheme = "http://";
        var rest = text.StartsWith(scheme, StringComparison.Ordinal) ? text[scheme.Length..] : "";
        var host = Array.Find(LoopbackHosts, name => rest.StartsWith(name, StringComparison.Ordinal));
        if (host is null)
        {
            return Fail("Plain http is for this computer only: 127.0.0.1, [::1] or localhost (RFC 8252 section 7.3).");
        }

        if (AfterPort(rest[host.Length..]) is not { } path)
        {
            return Fail("After the loopback host only a port, a path and a query may follow.");
        }

        var canonicalPath = path is ['/', ..] ? path : "/" + path;
        return new RedirectUri(text, RedirectUriKind.Loopback, host, scheme + host + canonicalPath);
    }

    // What follows a host: perhaps a port, then nothing, a path or a query. Null when it is anything else.
    private static string? AfterPort(string rest)
    {
        var end = rest.IndexOfAny(['/', '?']);
        var (port, path) = end < 0 ? (rest, "") : (rest[..end], rest[end..]);
        return port.Length == 0 || IsPort(port) ? path : null;
    }

    private static bool IsPort(string text) =>
        text[0] == ':'
        && ushort.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port > 0;

    private static string AfterScheme(string value) => value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static (int? Port, string PathAndQuery) AfterHost(string value, string host)
    {
        var rest = value[(value.IndexOf("//", StringComparison.Ordinal) + 2 + host.Length)..];
        var end = rest.IndexOfAny(['/', '?']);
        var (port, path) = end < 0 ? (rest, "") : (rest[..end], rest[end..]);
        int? number =
            port.Length == 0 ? null : int.Parse(port.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
        var usual = value.StartsWith("https:", StringComparison.Ordinal) ? 443 : 80;
        return (number == usual ? null : number, path is ['/', ..] ? path : "/" + path);
    }

    private static OAuthError Fail(string description) => new(OAuthErrorCodes.InvalidRedirectUri, description);
}
