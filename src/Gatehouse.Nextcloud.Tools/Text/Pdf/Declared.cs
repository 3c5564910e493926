using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>What a stream says of itself, and PdfPig makes room for before it looks whether there is as much.</summary>
internal static class Declared
{
    private const int BytesPerObject = 16;

    /// <summary>The two rows that are kept of what a predictor undoes, and the objects of a stream of objects.</summary>
    public static long BytesOf(DictionaryToken stream, int filter)
    {
        var parameters = DecodeParameterResolver.GetFilterParameters(stream, filter);
        var row = NumberOf(parameters, NameToken.Columns) * NumberOf(parameters, NameToken.Colors, 1) / 8;
        return (2 * row * NumberOf(parameters, NameToken.BitsPerComponent, 8)) + ObjectsOf(stream);
    }

    /// <summary>The room for the objects of a table or a stream of objects.</summary>
    public static long ObjectsOf(DictionaryToken stream)
    {
        if (!stream.TryGet<NameToken>(NameToken.Type, out var type))
            return 0;

        if (type == NameToken.ObjStm)
            return NumberOf(stream, NameToken.N) * BytesPerObject;

        if (type != NameToken.Xref)
            return 0;

        if (!stream.TryGet<ArrayToken>(NameToken.Index, out var index))
            return NumberOf(stream, NameToken.Size) * BytesPerObject;

        return index.Data.Where((_, i) => i % 2 == 1).OfType<NumericToken>().Sum(n => Math.Max(0L, n.Int))
            * BytesPerObject;
    }

    private static long NumberOf(DictionaryToken dictionary, NameToken name, int otherwise = 0) =>
        dictionary.TryGet<NumericToken>(name, out var number) ? Math.Max(0, number.Int) : otherwise;
}
