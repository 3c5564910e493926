using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>Reads the operations of a page, a form or a drawn letter, within the limits.</summary>
internal sealed class ChargedContent(IPageContentParser inner, UnpackLimits limits) : IPageContentParser
{
    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        using var charged = new ChargedBytes(inputBytes, limits);
        return inner.Parse(pageNumber, charged, log);
    }
}
