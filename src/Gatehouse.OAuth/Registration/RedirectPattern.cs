using System.Buffers;

namespace Gatehouse.OAuth.Registration;

/// <summary>
/// One address, or a family of them: <c>*</c> stands for exactly one segment of a path, as in <c>https://chatgpt.com/connector/oauth/*</c>.
/// A loopback address without a port stands for every port. What is asked for must be the whole address: a query is never part of it.
/// </summary>
public sealed record RedirectPattern
{
    // RFC 3986 §2.3, unreserved: nothing in a segment that a browser would decode into a path.
    private static readonly SearchValues<char> SegmentCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    );

    private readonly RedirectUri address;

    private RedirectPattern(string text, RedirectUri address)
    {
        Text = text;
        this.address = address;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>What kind of address it is.</summary>
    public RedirectUriKind Kind => address.Kind;

    /// <summary>The host of a web page or of this computer; the scheme of an app.</summary>
    public string Host => address.Host;

    /// <summary>Reads a pattern that stands in the sources; a wrong one is a bug.</summary>
    public static RedirectPattern Of(string text) => new(text, RedirectUri.Parse(text).Value);

    /// <summary>True for an address of the family.</summary>
    public bool Matches(RedirectUri asked) =>
        asked.Kind == Kind
        && asked.Host == Host
        && (Kind != RedirectUriKind.Loopback || address.Port is null || asked.Port == address.Port)
        && (Kind != RedirectUriKind.Web || asked.Port == address.Port)
        && MatchesPath(asked.PathAndQuery);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private bool MatchesPath(string path)
    {
        var pattern = address.PathAndQuery;
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return path == pattern;
        }

        var (before, after) = (pattern[..star], pattern[(star + 1)..]);
        return path.Length > before.Length + after.Length
            && path.StartsWith(before, StringComparison.Ordinal)
            && path.EndsWith(after, StringComparison.Ordinal)
            && IsSegment(path.AsSpan(star, path.Length - before.Length - after.Length));
    }

    private static bool IsSegment(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExcept(SegmentCharacters) && text is not ("." or "..");
}
