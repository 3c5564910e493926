using System.Globalization;

namespace Gatehouse.Nextcloud.Tools.Text.Process;

/// <summary>What a reading process is to do, in one argument.</summary>
/// <param name="Kind">What the document is.</param>
/// <param name="Pages">The pages that are wanted.</param>
/// <param name="Offset">How many characters of them to leave out.</param>
/// <param name="Length">How many characters at most.</param>
/// <param name="MaxUnpackedBytes">The most it may become unpacked.</param>
/// <param name="Timeout">How long it may take.</param>
internal sealed record ReaderRequest(
    DocumentKind Kind,
    PageRange Pages,
    int Offset,
    int Length,
    long MaxUnpackedBytes,
    TimeSpan Timeout
)
{
    public static ReaderRequest Of(DocumentKind kind, TextWindow window, DocumentTextOptions options) =>
        new(kind, window.Wanted, window.Offset, window.Length, options.MaxUnpackedBytes, options.Timeout);

    /// <summary>Reads the argument.</summary>
    /// <exception cref="FormatException">It was not written by <see cref="ToString"/>.</exception>
    public static ReaderRequest Parse(string text)
    {
        var parts = text.Split(',');
        if (parts.Length != 7)
            throw new FormatException("This verb is started by Gatehouse itself, and by nobody else.");

        long Number(int part) => long.Parse(parts[part], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return new(
            Enum.Parse<DocumentKind>(parts[0]),
            new((int)Number(1), (int)Number(2)),
            (int)Number(3),
            (int)Number(4),
            Number(5),
            TimeSpan.FromMilliseconds(Number(6))
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Kind},{Pages.First},{Pages.Last},{Offset},{Length},{MaxUnpackedBytes},{(long)Timeout.TotalMilliseconds}"
        );
}
