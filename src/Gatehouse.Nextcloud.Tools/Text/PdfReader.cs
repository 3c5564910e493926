using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>PDF, page by page. A scanned page has no text, and the answer says so.</summary>
internal sealed class PdfReader : IDocumentReader
{
    private const int MaxDepth = 100;

    public void Read(Stream file, TextWindow text, UnpackLimits limits)
    {
        var options = new ParsingOptions
        {
            UseLenientParsing = true,
            SkipMissingFonts = true,
            MaxStackDepth = MaxDepth,
            FilterProvider = new ChargedFilters(limits),
        };
        using var document = PdfDocument.Open(file, options);
        text.Pages = document.NumberOfPages;
        for (var number = 1; number <= document.NumberOfPages && !text.IsFull && !text.IsPast; number++)
        {
            limits.Token.ThrowIfCancellationRequested();
            if (text.Begin(number))
                text.AppendLine(TextOf(document.GetPage(number)));
        }
    }

    private static string TextOf(Page page)
    {
        if (page.Letters.Count > 0)
            return ContentOrderTextExtractor.GetText(page, addDoubleNewline: true);

        return page.NumberOfImages > 0 ? "(This page is a picture without text.)\n" : "";
    }
}
