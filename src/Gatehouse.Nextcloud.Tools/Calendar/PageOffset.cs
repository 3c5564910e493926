using System.Globalization;
using Gatehouse.Nextcloud.Tools.Paging;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>A cursor over what came in one answer.</summary>
internal static class PageOffset
{
    public static int Decode(string tool, string? cursor) =>
        int.TryParse(OpaqueCursor.Decode(tool, cursor), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : 0;

    public static string? Encode(string tool, int end, int total) =>
        end < total ? OpaqueCursor.Encode(tool, end.ToString(CultureInfo.InvariantCulture)) : null;
}
