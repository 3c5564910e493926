using System.Globalization;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>Numbers in properties and hrefs: digits only.</summary>
internal static class DavNumber
{
    public static long? Read(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
