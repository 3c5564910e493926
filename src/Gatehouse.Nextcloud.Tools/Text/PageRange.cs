using System.Globalization;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>Some pages of a document, from 1: <c>3</c>, <c>3-7</c> or <c>3-</c>.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last; <see cref="int.MaxValue"/> for the end.</param>
internal readonly record struct PageRange(int First, int Last)
{
    public static PageRange All => new(1, int.MaxValue);

    public static bool TryParse(string? text, out PageRange range)
    {
        range = All;
        if (text is null)
            return true;

        var parts = text.Replace(" ", "", StringComparison.Ordinal).Split('-');
        if (parts.Length > 2 || !TryNumber(parts[0], out var first))
            return false;

        var last = first;
        if (parts.Length == 2 && parts[1].Length == 0)
            last = int.MaxValue;
        else if (parts.Length == 2 && !TryNumber(parts[1], out last))
            return false;

        range = new(first, last);
        return first <= last;
    }

    public bool Contains(int page) => page >= First && page <= Last;

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
