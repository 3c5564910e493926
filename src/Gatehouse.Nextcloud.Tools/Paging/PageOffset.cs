using System.Globalization;

namespace Gatehouse.Nextcloud.Tools.Paging;

/// <summary>Cursors of lists that are cut into pages here, because Nextcloud gives them whole or by offset.</summary>
internal static class PageOffset
{
    /// <summary>Where a page begins; 0 without a cursor.</summary>
    public static int Decode(string tool, string? cursor) =>
        int.TryParse(OpaqueCursor.Decode(tool, cursor), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : 0;

    /// <summary>The cursor of the page that begins at <paramref name="offset"/>; null where the list of <paramref name="count"/> is over.</summary>
    public static string? Encode(string tool, int offset, int count) =>
        offset < count ? OpaqueCursor.Encode(tool, offset.ToString(CultureInfo.InvariantCulture)) : null;
}
