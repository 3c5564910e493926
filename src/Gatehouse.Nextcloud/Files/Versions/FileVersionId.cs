using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Files.Versions;

/// <summary>A version of a file, written <c>113/1700000000</c>: the file's id, and the second it was written in.</summary>
/// <param name="FileId">The id of the file.</param>
/// <param name="Revision">The name of the version.</param>
public readonly record struct FileVersionId(long FileId, long Revision) : IParsable<FileVersionId>
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no version.</exception>
    public static FileVersionId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException("A version is written as two numbers with a slash between them.");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FileVersionId id)
    {
        id = default;
        if ((text ?? "").Split('/') is not [var first, var second])
            return false;
        if (DavNumber.Read(first) is not { } file || DavNumber.Read(second) is not { } revision)
            return false;

        id = new(file, revision);
        return true;
    }

    static FileVersionId IParsable<FileVersionId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<FileVersionId>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out FileVersionId result
    ) => TryParse(s, out result);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FileId}/{Revision}");
}
