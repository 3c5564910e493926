using UglyToad.PdfPig.Core;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>A letter on a page.</summary>
/// <param name="Value">What it says; mostly one character, in ligatures more.</param>
/// <param name="Start">Where its line begins.</param>
/// <param name="End">Where its line ends.</param>
/// <param name="PointSize">How large it is, rounded.</param>
/// <param name="Sequence">Which drawing of text it came with.</param>
internal readonly record struct Glyph(string Value, PdfPoint Start, PdfPoint End, double PointSize, int Sequence);
