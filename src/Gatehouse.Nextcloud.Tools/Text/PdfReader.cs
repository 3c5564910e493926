using Gatehouse.Nextcloud.Tools.Text.Pdf;
using UglyToad.PdfPig;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>PDF, page by page. A scanned page has no text, and the answer says so.</summary>
internal sealed class PdfReader : IDocumentReader
{
    public void Read(Stream file, TextWindow text, UnpackLimits limits)
    {
        try
        {
            ReadPages(file, text, limits);
        }
        catch (Exception)
        {
            // PdfPig takes a limit for damage, or for encryption; what ended the reading is what is said.
            limits.Check();
            throw;
        }
    }

    private static void ReadPages(Stream file, TextWindow text, UnpackLimits limits)
    {
        using var document = PdfDocument.Open(file, new PdfOptions(limits));
        document.AddPageFactory<string, PageTexts>();
        text.Pages = document.NumberOfPages;
        for (var number = 1; number <= document.NumberOfPages && !text.IsFull && !text.IsPast; number++)
        {
            limits.Check();
            if (text.Begin(number))
                text.AppendLine(document.GetPage<string>(number));
        }
    }
}
