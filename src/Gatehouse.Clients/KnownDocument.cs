namespace Gatehouse.Clients;

/// <summary>A client ID metadata document that a client is known to use as its identifier.</summary>
/// <param name="Url">The identifier; <c>{id}</c> stands for the 12 characters of base64url that its owner derives from the address of a server.</param>
public sealed record KnownDocument(string Url)
{
    private const string Placeholder = "{id}";
    private const int SegmentLength = 12;

    /// <summary>What is published there, as it was seen; <c>{id}</c> in it is replaced. Null when nobody here has seen it.</summary>
    public string? Content { get; init; }

    /// <summary>Who saw the content, and when. Null exactly when <see cref="Content"/> is.</summary>
    public string? ContentSource { get; init; }

    /// <summary>The content for an identifier; null when it is not this document's, or the content is not known.</summary>
    public string? ContentFor(string id) =>
        SegmentIn(id) is { } segment ? Content?.Replace(Placeholder, segment, StringComparison.Ordinal) : null;

    /// <summary>True when the identifier is this document's: byte for byte, apart from the placeholder.</summary>
    public bool IsAt(string id) => SegmentIn(id) is not null;

    private string? SegmentIn(string id)
    {
        var at = Url.IndexOf(Placeholder, StringComparison.Ordinal);
        if (at < 0)
        {
            return id == Url ? "" : null;
        }

        var (before, after) = (Url[..at], Url[(at + Placeholder.Length)..]);
        return
            id.Length == before.Length + SegmentLength + after.Length
            && id.StartsWith(before, StringComparison.Ordinal)
            && id.EndsWith(after, StringComparison.Ordinal)
            && id.AsSpan(at, SegmentLength) is var segment
            && IsPlain(segment)
            ? segment.ToString()
            : null;
    }

    private static bool IsPlain(ReadOnlySpan<char> segment)
    {
        foreach (var c in segment)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
