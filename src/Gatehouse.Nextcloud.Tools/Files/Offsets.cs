using System.Globalization;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Cursors that say how many items came before.</summary>
internal static class Offsets
{
    public static int Of(string tool, string? cursor)
    {
        if (OpaqueCursor.Decode(tool, cursor) is not { } text)
            return 0;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw Arguments.Bad("cursor", "It was changed.");
    }
}
