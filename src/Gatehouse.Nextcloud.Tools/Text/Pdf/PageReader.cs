using System.Collections.Frozen;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>
/// Reads the text of a page from its operations, and looks at the limits at each of them and at each letter. Forty forms of which each draws the next
/// one twice are a million million operations, and nothing else would end them.
/// </summary>
internal sealed class PageReader(
    int pageNumber,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox cropBox,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    in TransformationMatrix initialMatrix,
    ParsingOptions options,
    UnpackLimits limits
)
    : TextOnlyProcessor(
        pageNumber,
        resources,
        scanner,
        parser,
        filters,
        cropBox,
        unit,
        rotation,
        in initialMatrix,
        options
    )
{
    /// <summary>The operators that move, set or draw text, or draw forms and pictures. Colours alone may cost more than all text.</summary>
    private static readonly FrozenSet<string> wanted = FrozenSet.Create(
        StringComparer.Ordinal,
        "BT ET T* Td TD Tm Tj TJ ' \" Tc Tf Tz TL Ts Tw q Q cm Do BI ID EI".Split(' ')
    );

    private readonly PageLines lines = new();
    private int depth;
    private bool hasPictures;

    public override string Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        ProcessOperations(operations);
        if (lines.IsEmpty && hasPictures)
            return "(This page is a picture without text.)\n";

        return lines.ToString();
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox
    )
    {
        limits.Check();
        var line = PerformantRectangleTransformer.Transform(
            in renderingMatrix,
            in textMatrix,
            in transformationMatrix,
            new PdfRectangle(0, 0, characterBoundingBox.Width, UserSpaceUnit.PointMultiples)
        );
        lines.Add(new(unicode, line.BottomLeft, line.BottomRight, pointSize, TextSequence));
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            limits.Check();
            if (wanted.Contains(operation.Operator))
                operation.Run(this);
        }
    }

    /// <summary>PdfPig sees a form that draws itself, and not one that draws another that draws the first.</summary>
    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (depth == PdfOptions.MaxDepth)
            throw new InvalidDataException("Its pictures are in one another too deep.");

        depth++;
        base.ProcessFormXObject(formStream, xObjectName);
        depth--;
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => hasPictures = true;

    protected override void RenderInlineImage(InlineImage inlineImage) => hasPictures = true;
}
