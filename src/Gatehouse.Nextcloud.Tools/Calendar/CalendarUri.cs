using Gatehouse.Nextcloud.Calendar;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>The address of iCalendar text as an MCP resource: <c>nextcloud://calendars/family</c> or <c>nextcloud://calendars/family/ev-1.ics</c>.</summary>
internal static class CalendarUri
{
    public const string Template = "nextcloud://calendars/{+id}";
    public const string Prefix = "nextcloud://calendars/";

    public static string Of(CalendarName calendar) => Prefix + Uri.EscapeDataString(calendar.ToString());

    public static string Of(CalendarObjectId id) => $"{Of(id.Calendar)}/{Uri.EscapeDataString(id.Name)}";

    public static bool IsMatch(string uri) => uri.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Decoded segment by segment: an encoded slash must not become a folder.</summary>
    public static bool TryParse(string uri, out CalendarName calendar, out CalendarObjectId? id)
    {
        (calendar, id) = (default, null);
        var segments = IsMatch(uri) ? uri[Prefix.Length..].Split('/') : [];
        if (
            segments.Length is not (1 or 2)
            || !CalendarName.TryParse(Uri.UnescapeDataString(segments[0]), out calendar)
        )
            return false;
        if (segments.Length == 1)
            return true;

        var name = Uri.UnescapeDataString(segments[1]);
        if (!CalendarObjectId.TryParse($"{calendar}/{name}", out var found))
            return false;

        id = found;
        return true;
    }
}
