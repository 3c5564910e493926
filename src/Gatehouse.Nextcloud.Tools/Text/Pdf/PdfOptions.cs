using UglyToad.PdfPig;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>How PDFs are read. PdfPig makes its page factories itself, and gives them nothing of ours but these options.</summary>
internal sealed class PdfOptions : ParsingOptions
{
    /// <summary>How deep objects may nest, and forms in forms.</summary>
    public const int MaxDepth = 100;

    public PdfOptions(UnpackLimits limits)
    {
        Limits = limits;
        UseLenientParsing = true;
        SkipMissingFonts = true;
        MaxStackDepth = MaxDepth;
        FilterProvider = new ChargedFilters(limits);
    }

    public UnpackLimits Limits { get; }
}
