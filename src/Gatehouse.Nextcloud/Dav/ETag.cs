using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>
/// An entity tag without its quotes, e.g. <c>42ca538fe645346ddc5764541320dbd1</c>: Notes gives it bare in JSON, WebDAV gives it quoted
/// in headers and properties; both are the same value here.
/// </summary>
public readonly record struct ETag : IParsable<ETag>
{
    private readonly string? value;

    private ETag(string value) => this.value = value;

    /// <summary>The value as it goes into If-Match: in quotes.</summary>
    public string Quoted => $"\"{value}\"";

    /// <summary>Reads an ETag, quoted or bare.</summary>
    /// <exception cref="FormatException">The text is no ETag.</exception>
    public static ETag Parse(string text) =>
        TryParse(text, out var etag)
            ? etag
            : throw new FormatException(
                "This is not an ETag: it is empty or holds quotes, spaces or control characters."
            );

    /// <summary>Reads an ETag, quoted or bare, strong or weak.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ETag etag)
    {
        var bare = text.AsSpan().Trim();
        if (bare.StartsWith("W/"))
            bare = bare[2..];
        if (bare is ['"', .., '"'])
            bare = bare[1..^1];

        var isGood =
            bare.Length is > 0 and <= 200
            && !bare.ContainsAnyExceptInRange('!', '~')
            && !bare.Contains('"')
            && bare is not "*";
        etag = isGood ? new ETag(bare.ToString()) : default;
        return isGood;
    }

    static ETag IParsable<ETag>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ETag>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ETag result) =>
        TryParse(s, out result);

    /// <summary>The bare value.</summary>
    public override string ToString() => value ?? "";
}
