using System.Globalization;
using System.Text;

namespace Gatehouse.Tests.Stdio;

/// <summary>A PDF of one page.</summary>
internal static class SmallPdf
{
    /// <summary>The file.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="names">The first kid of its tree of names, object 3: <c>3 0 R</c> makes it name itself, and reading it never ends.</param>
    public static byte[] Of(string text, string names)
    {
        var content = $"BT /F1 12 Tf 72 720 Td ({text}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Names << /Dests 3 0 R >> >>",
            "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            $"<< /Kids [{names}] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 6 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = new StringBuilder("%PDF-1.7\n");
        List<int> offsets = [];
        foreach (var (number, one) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{one}\nendobj\n");
        }

        var xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
