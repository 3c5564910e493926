using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>
/// Where a Nextcloud is: the address people see in their browser, and, when the two differ, the internal address that is called in its place
/// (with the public host name in the <c>Host</c> header, which Nextcloud checks against <c>trusted_domains</c>).
/// Both may have a path such as <c>/nextcloud</c>; neither ends with a slash.
/// </summary>
public sealed record CloudAddress
{
    private readonly Uri publicUri;

    private CloudAddress(Uri publicUri, Uri? internalUri)
    {
        this.publicUri = publicUri;
        Value = TextOf(publicUri);
        InternalValue = internalUri is null ? null : TextOf(internalUri);
    }

    /// <summary>The public base URL without a trailing slash, e.g. <c>https://cloud.example.com/nextcloud</c>.</summary>
    public string Value { get; }

    /// <summary>The internal base URL without a trailing slash, or null when the public one is called.</summary>
    public string? InternalValue { get; }

    /// <summary>Scheme, host and port of the public address, e.g. <c>https://cloud.example.com</c>.</summary>
    public string Origin => publicUri.GetLeftPart(UriPartial.Authority);

    /// <summary>The path of the public address; empty at the root, e.g. <c>/nextcloud</c>.</summary>
    public string Path => publicUri.AbsolutePath.TrimEnd('/');

    internal string HostHeader => publicUri.Authority;

    private string CalledBase => InternalValue ?? Value;

    /// <summary>Reads a public base URL.</summary>
    /// <exception cref="FormatException">The text is no base URL; the message says why.</exception>
    public static CloudAddress Parse(string text) =>
        TryParse(text, out var address, out var error) ? address : throw new FormatException(error);

    /// <summary>Reads a public base URL; <paramref name="error"/> is a sentence for the person who typed it.</summary>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out CloudAddress? address,
        [NotNullWhen(false)] out string? error
    ) => TryParse(text, internalText: null, out address, out error);

    /// <summary>Reads a public base URL and an optional internal one.</summary>
    public static bool TryParse(
        string? text,
        string? internalText,
        [NotNullWhen(true)] out CloudAddress? address,
        [NotNullWhen(false)] out string? error
    )
    {
        address = null;
        if (!TryReadBase(text, "The address of the cloud", out var publicUri, out error))
            return false;

        Uri? internalUri = null;
        if (
            internalText is not null
            && !TryReadBase(internalText, "The internal address of the cloud", out internalUri, out error)
        )
            return false;

        address = new CloudAddress(publicUri, internalUri);
        return true;
    }

    /// <summary>A link for people, e.g. <c>Link("/index.php/f/113")</c>.</summary>
    public string Link(string path) => Value + path;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public bool Equals(CloudAddress? other) =>
        other is not null
        && string.Equals(Value, other.Value, StringComparison.Ordinal)
        && string.Equals(InternalValue, other.InternalValue, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, InternalValue);

    /// <summary>The URL that is really called for a path below the base.</summary>
    internal Uri Called(string pathAndQuery) => new(CalledBase + pathAndQuery, UriKind.Absolute);

    /// <summary>The path below the base, or null when the URL is not on this cloud (other origin or outside its path).</summary>
    internal string? PathBelow(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return null;

        var sameOrigin = string.Equals(uri.GetLeftPart(UriPartial.Authority), Origin, StringComparison.Ordinal);
        return
            sameOrigin && uri.PathAndQuery.StartsWith(Path + "/", StringComparison.Ordinal) && uri.UserInfo.Length == 0
            ? uri.PathAndQuery[Path.Length..]
            : null;
    }

    private static bool TryReadBase(
        string? text,
        string what,
        [NotNullWhen(true)] out Uri? uri,
        [NotNullWhen(false)] out string? error
    )
    {
        uri = null;
        error = (text?.Trim(), Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var read)) switch
        {
            (null or "", _) => $"{what} is missing. Give it as a URL such as https://cloud.example.com.",
            (_, false) => $"{what} '{text}' is not a URL. Give it as https://cloud.example.com, with its scheme.",
            _ => Objection(read!) is { } objection ? $"{what} '{Shown(read!)}' {objection}" : null,
        };
        uri = error is null ? read : null;
        return error is null;
    }

    private static string? Objection(Uri uri)
    {
        if (uri.Scheme is not ("https" or "http"))
            return "must begin with https:// (or http://).";
        if (uri.UserInfo.Length > 0)
            return "must not hold a user name or password; people sign in themselves.";
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return "must not hold a query or fragment; give the address of the start page only.";
        if (
            uri.AbsolutePath.Contains("//", StringComparison.Ordinal)
            || uri.AbsolutePath.Contains('%', StringComparison.Ordinal)
        )
            return "has a path with empty or encoded parts; give it as Nextcloud itself shows it.";
        return uri.AbsolutePath.TrimEnd('/').EndsWith("/index.php", StringComparison.Ordinal)
            ? "must not end with /index.php; leave that part away."
            : null;
    }

    /// <summary>Without user info: an error message must not repeat a password that was typed into a URL.</summary>
    private static string Shown(Uri uri) =>
        uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private static string TextOf(Uri uri) => uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
}
