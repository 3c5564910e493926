using System.IO.Compression;
using System.Text;

namespace Gatehouse.Nextcloud.Tools.Tests.Text;

/// <summary>PDFs of a few kilobytes that ask for more than any machine has.</summary>
internal static class HostilePdf
{
    private const string Helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

    /// <summary>Forms of which each draws the next one twice.</summary>
    public static byte[] Forms(int levels) =>
        Of(
            "/First Do",
            "/XObject << /First 5 0 R >>",
            [
                .. Enumerable
                    .Range(0, levels)
                    .Select(level =>
                        level + 1 < levels ? Form($"/Next {level + 6} 0 R", "/Next Do /Next Do") : Form("", "")
                    ),
            ]
        );

    /// <summary>Two forms that draw each other.</summary>
    public static byte[] Circle() =>
        Of("/A Do", "/XObject << /A 5 0 R >>", Form("/B 6 0 R", "/B Do"), Form("/A 5 0 R", "/A Do"));

    /// <summary>One stream that draws a letter again and again.</summary>
    public static byte[] Letters(int bytes)
    {
        const string letter = "(a)Tj ";
        var drawing = string.Concat("BT /F1 9 Tf ", string.Concat(Enumerable.Repeat(letter, bytes / letter.Length)));
        return Of(Packed(drawing), $"/Font << /F1 {Helvetica} >>");
    }

    /// <summary>One stream, drawn as often as it is named.</summary>
    public static byte[] Contents(int bytes, int times) =>
        PdfDocument.OfObjects(
            $"<< /Type /Page /Parent 2 0 R /Contents [{string.Concat(Enumerable.Repeat("4 0 R ", times))}] >>",
            Stream("", new string(' ', bytes))
        );

    /// <summary>A font with these widths.</summary>
    public static byte[] Widths(string entry) => Font($"/DescendantFonts [{Descendant(entry)}] /Encoding /Identity-H");

    /// <summary>A font with this map of its codes to characters.</summary>
    public static byte[] Map(string map) =>
        Font($"/DescendantFonts [{Descendant("")}] /Encoding /Identity-H /ToUnicode 5 0 R", Stream("", map));

    /// <summary>A stream that is packed with a predictor of this many columns.</summary>
    public static byte[] Columns(int columns) =>
        Of(Packed("BT ET", $" /DecodeParms << /Predictor 12 /Columns {Invariant(columns)} /Colors 32 >>"), "");

    /// <summary>A table of as many objects as can be said.</summary>
    public static byte[] Table() =>
        Encoding.ASCII.GetBytes(
            "%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
                + "3 0 obj\n<< /Type /XRef /Size 2000000000 /W [1 4 1] /Root 1 0 R /Length 6 >>\nstream\n000000\nendstream\nendobj\n"
                + "startxref\n108\n%%EOF\n"
        );

    private static byte[] Font(string entries, params string[] more) =>
        Of(
            "BT /F1 9 Tf <0041> Tj ET",
            $"/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /A {entries} >> >>",
            more
        );

    private static string Descendant(string entries) =>
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> "
        + $"/FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 9 9] >> {entries} >>";

    private static string Form(string drawn, string drawing) =>
        Stream($"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << {drawn} >> >>", drawing);

    private static byte[] Of(string drawing, string resources, params string[] more) =>
        PdfDocument.OfObjects([
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {resources} >> /Contents 4 0 R >>",
            drawing.StartsWith("<<", StringComparison.Ordinal) ? drawing : Stream("", drawing),
            .. more,
        ]);

    private static string Packed(string drawing, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Encoding.ASCII.GetBytes(drawing));
        return Stream("/Filter /FlateDecode" + entries, Encoding.Latin1.GetString(packed.ToArray()));
    }

    private static string Stream(string entries, string content) =>
        $"<< {entries} /Length {Invariant(content.Length)} >>\nstream\n{content}\nendstream";

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
