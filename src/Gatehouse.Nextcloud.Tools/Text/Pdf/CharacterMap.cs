using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>A map from codes to characters, as far as must be known before PdfPig reads it.</summary>
internal static class CharacterMap
{
    private const int BytesPerCharacter = 96;
    private const int BytesPerCodeSpace = 64;

    /// <summary>The largest of PdfPig's own maps, which it reads anew for each use in another.</summary>
    private const int BytesOfKnownMap = 8 * 1024 * 1024;

    private const int MaxCodeBytes = 4;

    /// <summary>Charges what the map becomes.</summary>
    public static void Require(ReadOnlyMemory<byte> map, UnpackLimits limits)
    {
        using var bytes = new ChargedBytes(new MemoryInputBytes(map), limits);
        var tokens = new CoreTokenScanner(
            bytes,
            usePdfDocEncoding: false,
            new StackDepthGuard(PdfOptions.MaxDepth),
            isCMapParser: true
        );
        var range = new List<IToken>();
        var isRange = false;
        IToken? previous = null;
        while (tokens.MoveNext())
        {
            if (tokens.CurrentToken is OperatorToken word)
            {
                limits.Charge(CostOf(word.Data, previous));
                isRange = word.Data == "beginbfrange";
                range.Clear();
            }
            else if (isRange)
            {
                range.Add(tokens.CurrentToken);
            }

            if (range is [var first, var last, var meaning])
            {
                limits.Charge(CostOf(first, last, meaning));
                range.Clear();
            }

            previous = tokens.CurrentToken;
        }
    }

    private static long CostOf(string word, IToken? previous) =>
        word switch
        {
            "usecmap" => BytesOfKnownMap,
            "begincodespacerange" when previous is NumericToken count => Math.Max(0L, count.Int) * BytesPerCodeSpace,
            _ => 0,
        };

    private static long CostOf(IToken first, IToken last, IToken meaning)
    {
        if (first is not HexToken from || last is not HexToken to || meaning is not HexToken text)
            return 0;

        if (from.Bytes.Length > MaxCodeBytes)
            throw new InvalidDataException("Its characters have codes that are too long.");

        var codes =
            Math.Max(0, CodeOf(to.Bytes[..Math.Min(from.Bytes.Length, to.Bytes.Length)]) - CodeOf(from.Bytes)) + 1;
        return codes * (BytesPerCharacter + text.Bytes.Length);
    }

    private static long CodeOf(ReadOnlySpan<byte> bytes)
    {
        var code = 0L;
        foreach (var part in bytes)
            code = (code << 8) | part;
        return code;
    }
}
