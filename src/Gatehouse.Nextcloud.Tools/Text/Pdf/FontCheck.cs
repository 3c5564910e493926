using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>
/// Charges fonts for what they say they are before PdfPig believes it: one line can give four thousand million characters a width or a meaning, and
/// PdfPig writes them all down.
/// </summary>
internal sealed class FontCheck(IPdfTokenScanner scanner, ILookupFilterProvider filters, UnpackLimits limits)
{
    private const int BytesPerWidth = 32;

    private readonly HashSet<IndirectReference> seen = [];

    /// <summary>Looks at each font of these resources that was not looked at before.</summary>
    public void Require(DictionaryToken resources)
    {
        if (!resources.TryGet<DictionaryToken>(NameToken.Font, scanner, out var fonts))
            return;

        foreach (var token in fonts.Data.Values)
        {
            limits.Check();
            if (token is IndirectReferenceToken reference && !seen.Add(reference.Data))
                continue;

            if (DirectObjectFinder.TryGet<DictionaryToken>(token, scanner, out var font))
                RequireFont(font);
        }
    }

    private void RequireFont(DictionaryToken font)
    {
        RequireMap(font, NameToken.ToUnicode);
        RequireMap(font, NameToken.Encoding);
        if (!font.TryGet(NameToken.DescendantFonts, out var token))
            return;

        if (DirectObjectFinder.TryGet<ArrayToken>(token, scanner, out var array) && array.Length > 0)
            token = array.Data[0];
        if (!DirectObjectFinder.TryGet<DictionaryToken>(token, scanner, out var descendant))
            return;

        RequireWidths(descendant, NameToken.W, numbers: 1);
        RequireWidths(descendant, NameToken.W2, numbers: 3);
    }

    private void RequireMap(DictionaryToken font, NameToken name)
    {
        if (font.TryGet<StreamToken>(name, scanner, out var stream))
            CharacterMap.Require(stream.Decode(filters, scanner), limits);
    }

    /// <summary>Widths are "first [width …]" and "first last width"; the others have more numbers than one.</summary>
    private void RequireWidths(DictionaryToken font, NameToken name, int numbers)
    {
        if (!font.TryGet<ArrayToken>(name, scanner, out var widths))
            return;

        var at = 0;
        while (at + 1 < widths.Length)
        {
            limits.Check();
            var last = NumberOf(widths.Data[at + 1]);
            if (last is not null)
                limits.Charge(Math.Max(0, last.Value - (NumberOf(widths.Data[at]) ?? 0) + 1) * BytesPerWidth);
            at += last is null ? 2 : 2 + numbers;
        }
    }

    private long? NumberOf(IToken token) =>
        DirectObjectFinder.TryGet<NumericToken>(token, scanner, out var number) ? number.Int : null;
}
