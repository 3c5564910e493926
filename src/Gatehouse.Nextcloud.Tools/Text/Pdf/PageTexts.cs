using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>
/// Makes a page its text. PdfPig's own pages keep every letter, path and picture, and look at no limit from the first operation to the last.
/// </summary>
internal sealed class PageTexts : BasePageFactory<string>
{
    private readonly UnpackLimits limits;

    /// <summary>PdfPig finds this constructor by its parameters.</summary>
    public PageTexts(
        IPdfTokenScanner pdfScanner,
        IResourceStore resourceStore,
        ILookupFilterProvider filterProvider,
        IPageContentParser pageContentParser,
        ParsingOptions parsingOptions
    )
        : this(
            pdfScanner,
            resourceStore,
            filterProvider,
            pageContentParser,
            parsingOptions,
            ((PdfOptions)parsingOptions).Limits
        ) { }

    private PageTexts(
        IPdfTokenScanner scanner,
        IResourceStore resources,
        ILookupFilterProvider filters,
        IPageContentParser parser,
        ParsingOptions options,
        UnpackLimits limits
    )
        : base(
            scanner,
            new ChargedResources(resources, new FontCheck(scanner, filters, limits)),
            new ChargedLookup(filters, limits),
            new ChargedContent(parser, limits),
            options
        ) => this.limits = limits;

    protected override string ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations
    ) =>
        new PageReader(
            pageNumber,
            ResourceStore,
            PdfScanner,
            PageContentParser,
            FilterProvider,
            cropBox,
            userSpaceUnit,
            rotation,
            in initialMatrix,
            ParsingOptions,
            limits
        ).Process(pageNumber, operations);
}
