using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Gatehouse.Nextcloud.Files;

/// <summary>
/// A path below a person's files, e.g. <c>/Projects/hello.txt</c>; <c>/</c> is the root. It cannot hold <c>..</c>, empty segments,
/// backslashes or control characters, and each segment is encoded when it is sent: a path never leaves the person's files.
/// </summary>
public readonly record struct FilePath : IParsable<FilePath>
{
    private const int MaxLength = 4000;
    private const int MaxSegment = 250;

    private readonly string? value;

    private FilePath(string value) => this.value = value;

    /// <summary>The root of the person's files.</summary>
    public static FilePath Root => default;

    /// <summary>The path as people write it, beginning with a slash, without one at the end.</summary>
    public string Value => value ?? "/";

    /// <summary>Is it the root?</summary>
    public bool IsRoot => Value == "/";

    /// <summary>The last segment; empty at the root.</summary>
    public string Name => IsRoot ? "" : Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The folder above; the root is above itself.</summary>
    public FilePath Parent => Value.LastIndexOf('/') is var end and > 0 ? new(Value[..end]) : Root;

    /// <summary>Percent-encoded, segment by segment; empty at the root.</summary>
    internal string Encoded =>
        IsRoot ? "" : string.Concat(Value[1..].Split('/').Select(s => "/" + Uri.EscapeDataString(s)));

    /// <summary>Reads a path; a slash at the beginning may be left away, one at the end is ignored.</summary>
    /// <exception cref="FormatException">The text is no path; the message says why.</exception>
    public static FilePath Parse(string text) =>
        TryParse(text, out var path, out var error) ? path : throw new FormatException(error);

    /// <summary>Reads a path; <paramref name="error"/> is a sentence for whoever wrote it.</summary>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        out FilePath path,
        [NotNullWhen(false)] out string? error
    )
    {
        path = default;
        error = null;
        var inner = text.AsSpan();
        if (inner.StartsWith('/'))
            inner = inner[1..];
        if (inner.Length > 1 && inner.EndsWith('/'))
            inner = inner[..^1];

        if (text is null)
            error = "The path is missing.";
        else if (inner.Length > MaxLength)
            error = $"The path is longer than {MaxLength} characters.";
        else if (inner.Length > 0)
            error = Objection(inner);

        if (error is null)
            path = inner.IsEmpty ? Root : new($"/{inner}");
        return error is null;
    }

    /// <summary>A name in this folder.</summary>
    /// <exception cref="FormatException">The name is none.</exception>
    public FilePath Combine(string name) =>
        name.Contains('/', StringComparison.Ordinal) || name.Length == 0
            ? throw new FormatException("A name must not be empty or hold a slash.")
            : Parse(IsRoot ? "/" + name : $"{Value}/{name}");

    /// <summary>Is it this folder or somewhere below it?</summary>
    public bool Contains(FilePath other) =>
        IsRoot || other == this || other.Value.StartsWith(Value + "/", StringComparison.Ordinal);

    static FilePath IParsable<FilePath>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<FilePath>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out FilePath result
    ) => TryParse(s, out result, out _);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string? Objection(ReadOnlySpan<char> path)
    {
        foreach (var range in path.Split('/'))
        {
            if (ObjectionToSegment(path[range]) is { } objection)
                return objection;
        }

        return null;
    }

    private static string? ObjectionToSegment(ReadOnlySpan<char> segment)
    {
        if (segment.IsEmpty)
            return "The path has an empty part (two slashes in a row).";
        if (segment is "." or "..")
            return $"The path has a part '{segment}'; give the whole path from the root of the files.";
        if (segment.Length > MaxSegment)
            return $"A name in the path is longer than {MaxSegment} characters.";
        if (segment.Contains('\\'))
            return "The path holds a backslash; folders are separated by '/', and Nextcloud allows no backslash in names.";
        if (!IsWellFormed(segment))
            return "The path holds broken characters (half of a surrogate pair).";
        return HoldsControls(segment) ? "The path holds control characters." : null;
    }

    /// <summary>Half of a pair is read as the replacement character, which may also stand there itself.</summary>
    private static bool IsWellFormed(ReadOnlySpan<char> segment)
    {
        foreach (var rune in segment.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return segment.Contains('\uFFFD');
        }

        return true;
    }

    private static bool HoldsControls(ReadOnlySpan<char> segment) =>
        segment.ContainsAnyInRange('\u0000', '\u001f') || segment.ContainsAnyInRange('\u007f', '\u009f');
}
