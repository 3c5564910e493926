namespace Gatehouse.OAuth;

/// <summary>
/// RFC 8414 §2: the authorization server's identifier, here always the bare public origin without a trailing slash.
/// It is a string, compared byte for byte and written the same everywhere; <see cref="Uri"/> would add a slash, on which strict clients stop.
/// </summary>
public readonly record struct Issuer
{
    private Issuer(string value) => Value = value;

    /// <summary>Such as <c>https://mcp.example.com</c>.</summary>
    public string Value { get; }

    /// <summary>True for http on a loopback host: cookies cannot be <c>Secure</c> there.</summary>
    public bool IsHttp => Value.StartsWith("http:", StringComparison.Ordinal);

    /// <summary>Host and, unless it is the scheme's own, port: what a Host header must say.</summary>
    public string Authority => Value[(Value.IndexOf("//", StringComparison.Ordinal) + 2)..];

    /// <summary>An absolute URL of this origin.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string At(string path) => Value + path;

    /// <summary>Reads an origin: https, or http on a loopback host; one trailing slash is forgiven, a path is not.</summary>
    public static Result<Issuer> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || !Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            return Fail($"'{text}' is not an absolute URL such as https://mcp.example.com");
        }

        if (uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            return Fail($"'{text}' must be an origin only: scheme, host and port, with no path, query or user");
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && LoopbackHost.Is(uri.IdnHost)))
        {
            return Fail(
                $"'{text}' must be https; plain http is for loopback hosts only, tokens would cross the network in clear"
            );
        }

        // IdnHost, as it stands in a Host header; but it takes the brackets off IPv6.
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return new Issuer($"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}".ToLowerInvariant());
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static OAuthError Fail(string description) => new(OAuthErrorCodes.InvalidRequest, description);
}
