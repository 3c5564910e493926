using System.Text;
using UglyToad.PdfPig.Util;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>
/// Makes lines of letters in the order they are drawn, by the rules of PdfPig's ContentOrderTextExtractor, which needs all letters of the page at once
/// and keeps a kilobyte of each.
/// </summary>
internal sealed class PageLines
{
    private const double NewLine = 0.9;
    private const double NewParagraph = 1.7;

    /// <summary>A gap of this part of a letter's size is a space.</summary>
    private const double Space = 0.22;

    private readonly StringBuilder text = new();
    private Glyph? last;
    private Glyph? lastInk;
    private bool isAfterGap;

    public bool IsEmpty => last is null;

    public override string ToString() => text.ToString();

    public void Add(Glyph glyph)
    {
        if (glyph.Value.Length == 0)
            return;

        if (last is { } marked && IsMarkOn(marked, glyph))
            text.Append(glyph.Value);
        else if (glyph.Value != " ")
            AddInk(glyph);
        else if (isAfterGap || last is not { } previous || !IsNewLine(previous, glyph))
            Append(glyph, isGap: !isAfterGap);
    }

    private static bool IsMarkOn(Glyph letter, Glyph mark) =>
        letter.Sequence == mark.Sequence && Diacritics.IsInCombiningDiacriticRange(mark.Value);

    private static bool IsNewLine(Glyph previous, Glyph glyph) =>
        Math.Abs(previous.Start.Y - glyph.Start.Y) > SizeOf(previous, glyph) * NewLine;

    private static bool IsNewParagraph(Glyph previous, Glyph glyph) =>
        previous.Start.Y - glyph.Start.Y > SizeOf(previous, glyph) * NewParagraph;

    private static double SizeOf(Glyph one, Glyph other) =>
        Math.Min(Math.Round(one.PointSize), Math.Round(other.PointSize));

    private void AddInk(Glyph glyph)
    {
        Append(glyph, isGap: last is { } previous && Separate(previous, glyph));
        if (!string.IsNullOrWhiteSpace(glyph.Value))
            lastInk = glyph;
    }

    private bool Separate(Glyph previous, Glyph glyph)
    {
        if (lastInk is { } ink && IsNewLine(ink, glyph))
        {
            if (previous.Value == " ")
                text.Length--;
            text.AppendLine();
            if (IsNewParagraph(ink, glyph))
                text.AppendLine();
            return true;
        }

        if (previous.Value == " " || glyph.Start.X - previous.End.X <= previous.PointSize * Space)
            return false;

        text.Append(' ');
        return true;
    }

    private void Append(Glyph glyph, bool isGap)
    {
        text.Append(glyph.Value);
        last = glyph;
        isAfterGap = isGap;
    }
}
