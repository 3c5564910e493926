using System.Globalization;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Paging;

/// <summary>Cursors of lists that are cut into pages here, because Nextcloud gives them whole or by offset.</summary>
internal static class PageOffset
{
    /// <summary>No list has as many; from here a page's end is still a number.</summary>
    private const int Most = 1_000_000_000;

    /// <summary>Where a page begins; 0 without a cursor.</summary>
    /// <exception cref="ToolException">The cursor is not one of this list.</exception>
    public static int Decode(string tool, string? cursor)
    {
        if (OpaqueCursor.Decode(tool, cursor) is not { } text)
            return 0;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset <= Most
            ? offset
            : throw OpaqueCursor.Bad(tool);
    }

    /// <summary>The cursor of the page that begins at <paramref name="offset"/>; null where the list of <paramref name="count"/> is over.</summary>
    public static string? Encode(string tool, int offset, int count) =>
        offset < count ? OpaqueCursor.Encode(tool, offset.ToString(CultureInfo.InvariantCulture)) : null;
}
