using NodaTime;
using NodaTime.TimeZones;

namespace Gatehouse.Nextcloud.Calendar.Times;

/// <summary>Finds a zone by the names calendars give it.</summary>
internal static class ZoneNames
{
    private static readonly TzdbDateTimeZoneSource source = TzdbDateTimeZoneSource.Default;

    /// <summary>IANA, Windows, or a path that ends in an IANA name, as <c>/freeassociation.sourceforge.net/Europe/Berlin</c>.</summary>
    public static DateTimeZone? Find(string? name)
    {
        if (name is not { Length: > 0 and <= 200 })
            return null;

        if (name is "Z" or "GMT" or "Etc/UTC" or "UTC")
            return DateTimeZone.Utc;

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? OfWindows(name) ?? OfPath(name);
    }

    private static DateTimeZone? OfWindows(string name) =>
        source.WindowsMapping.PrimaryMapping.TryGetValue(name, out var iana)
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(iana)
            : null;

    private static DateTimeZone? OfPath(string name)
    {
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(3, parts.Length - 1); count >= 2; count--)
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(string.Join('/', parts[^count..])) is { } zone)
                return zone;
        }

        return null;
    }
}
