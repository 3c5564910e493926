using System.Globalization;
using System.Net.Mail;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Calendar.Recurrence;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Texts;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Reads the arguments of calendars and tasks into typed values; an error names the argument.</summary>
internal static class CalendarArguments
{
    private const int MaxPeople = 100;
    private const int MaxText = 100_000;

    public static CalendarName Calendar(string name, string text) =>
        CalendarName.TryParse(text, out var calendar)
            ? calendar
            : throw Arguments.Bad(name, "It is no id of a calendar, such as personal. Take it from a list.");

    public static CalendarObjectId Id(string text) =>
        CalendarObjectId.TryParse(text, out var id)
            ? id
            : throw Arguments.Bad("id", "It is no id such as personal/abc.ics. Take it from a list, unchanged.");

    public static EventTime? Time(string name, string? text, TimeZoneId zone)
    {
        if (text is null)
            return null;

        return EventTime.TryParse(text, zone, out var time)
            ? time
            : throw Arguments.Bad(
                name,
                "It must be a day such as 2026-11-25, a time such as 2026-11-25T14:30, or one with its offset such as 2026-11-25T14:30:00+01:00."
            );
    }

    public static RecurrenceRule? Rule(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        return RecurrenceRule.TryParse(text, out var rule, out var error) ? rule : throw Arguments.Bad("rule", error);
    }

    public static TimeZoneId Zone(string? text, TimeZoneId person)
    {
        if (text is null)
            return person;

        return TimeZoneId.TryParse(text, out var zone)
            ? zone
            : throw Arguments.Bad("timeZone", "It is no IANA name such as Europe/Berlin.");
    }

    public static IReadOnlyList<EventPerson>? People(string name, string[]? texts)
    {
        if (texts is { Length: > MaxPeople })
            throw Arguments.Bad(name, $"There are more than {MaxPeople} people.");
        return texts is null
            ? null
            : [.. texts.Select(t => Person(name, t)).DistinctBy(p => p.Address.ToLowerInvariant())];
    }

    public static string? Text(string name, string? text) =>
        text is { Length: > MaxText } ? throw Arguments.Bad(name, $"It has more than {MaxText} characters.") : text;

    public static string? Url(string? text) =>
        text is null or "" || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http"))
            ? text
            : throw Arguments.Bad("url", "It must be an address that begins with https://.");

    public static IReadOnlyList<int>? Reminders(int[]? minutes) =>
        minutes is null || (minutes.Length <= 10 && Array.TrueForAll(minutes, m => m is >= 0 and <= 40_320))
            ? minutes
            : throw Arguments.Bad("reminders", "At most 10, each from 0 to 40320 minutes (four weeks).");

    public static string Shown(TimeZoneId zone, DateTimeOffset moment) =>
        zone.At(moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static EventPerson Person(string name, string text) =>
        MailAddress.TryCreate(text, out var address)
            ? new(address.Address, address.DisplayName.Length > 0 ? address.DisplayName : null)
            : throw Arguments.Bad(name, $"'{Beginning.Of(text, 80)}' is no mail address.");
}
