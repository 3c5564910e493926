using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gatehouse.Nextcloud.Tools.Tests.Text;

/// <summary>Writes PDFs: a page for each line of text, and what else a test wants of them.</summary>
internal static class PdfDocument
{
    public static byte[] Of(params string[] pages) =>
        OfStreams(
            [.. pages.Select(p => Encoding.ASCII.GetBytes($"BT /F1 16 Tf 60 760 Td ({p}) Tj ET"))],
            packed: false
        );

    /// <summary>One page whose drawing unpacks to this many bytes.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var spaces = new byte[1024 * 1024];
            Array.Fill(spaces, (byte)' ');
            for (var i = 0; i < megabytes; i++)
                zlib.Write(spaces);
        }

        return OfStreams([packed.ToArray()], packed: true);
    }

    /// <summary>A document whose first page is the first of these objects, which has number 3. They are bytes in Latin 1.</summary>
    public static byte[] OfObjects(params string[] objects)
    {
        using var pdf = new MemoryStream();
        var offsets = new List<long>();
        Write(pdf, "%PDF-1.4\n");
        foreach (
            var content in (string[])
                ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", .. objects]
        )
        {
            offsets.Add(pdf.Position);
            Write(pdf, string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n"));
        }

        WriteTable(pdf, offsets);
        return pdf.ToArray();
    }

    private static byte[] OfStreams(byte[][] drawings, bool packed)
    {
        var pages = drawings.Length;
        using var pdf = new MemoryStream();
        var offsets = new List<long>();
        Write(pdf, "%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        var kids = string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{4 + (2 * i)} 0 R"));
        Object(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{kids}] /Count {pages} >>"));
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (var i = 0; i < pages; i++)
        {
            Object(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * i)} 0 R >>"
                )
            );
            offsets.Add(pdf.Position);
            var filter = packed ? " /Filter /FlateDecode" : "";
            Write(
                pdf,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{offsets.Count} 0 obj\n<< /Length {drawings[i].Length}{filter} >>\nstream\n"
                )
            );
            pdf.Write(drawings[i]);
            Write(pdf, "\nendstream\nendobj\n");
        }

        WriteTable(pdf, offsets);
        return pdf.ToArray();

        void Object(string content)
        {
            offsets.Add(pdf.Position);
            Write(pdf, string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n"));
        }
    }

    private static void WriteTable(MemoryStream pdf, List<long> offsets)
    {
        var table = pdf.Position;
        Write(pdf, string.Create(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            Write(pdf, string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        Write(
            pdf,
            string.Create(
                CultureInfo.InvariantCulture,
                $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
            )
        );
    }

    private static void Write(MemoryStream pdf, string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
}
