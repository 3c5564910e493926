using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>The filter of a stream that has none.</summary>
internal sealed class ChargedPlain(UnpackLimits limits) : IFilter
{
    public bool IsSupported => true;

    public Memory<byte> Decode(
        Memory<byte> input,
        DictionaryToken streamDictionary,
        IFilterProvider filterProvider,
        int filterIndex
    )
    {
        limits.Charge(input.Length);
        return input;
    }
}
