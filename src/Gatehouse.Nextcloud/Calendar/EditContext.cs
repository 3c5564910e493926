using System.Globalization;
using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Scheduling;
using Gatehouse.Nextcloud.Calendar.Times;
using NodaTime;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>What every change of an object needs to know.</summary>
/// <param name="Person">The zone of the person.</param>
/// <param name="Now">The time of the change.</param>
/// <param name="Self">Who the person is, when people are concerned.</param>
internal sealed record EditContext(TimeZoneId Person, Instant Now, CalendarUser? Self)
{
    public const string ProductId = "-//Gatehouse//Nextcloud tools//EN";

    private string Stamp => Now.ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public static IcsComponent NewCalendar()
    {
        var calendar = new IcsComponent("VCALENDAR");
        calendar.Add(IcsLine.Of("VERSION", "2.0"));
        calendar.Add(IcsLine.Of("PRODID", ProductId));
        calendar.Add(IcsLine.Of("CALSCALE", "GREGORIAN"));
        return calendar;
    }

    public IcsComponent NewComponent(string name, string uid)
    {
        var component = new IcsComponent(name);
        component.Add(IcsLine.OfText("UID", uid));
        component.Add(IcsLine.Of("CREATED", Stamp));
        Touch(component);
        return component;
    }

    /// <summary>RFC 5545 §3.8.7: when it changed; the sequence tells attendees that it is a newer one.</summary>
    public void Touch(IcsComponent component, bool isRevision = false)
    {
        component.Set(IcsLine.Of("DTSTAMP", Stamp));
        component.Set(IcsLine.Of("LAST-MODIFIED", Stamp));
        var isNumber = int.TryParse(
            component.Value("SEQUENCE"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var sequence
        );
        if (isRevision)
            component.Set(IcsLine.Of("SEQUENCE", (isNumber ? sequence + 1 : 1).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Puts a time into a component, and the definition of its zone into the calendar when it is not there.</summary>
    public static void SetTime(IcsComponent calendar, IcsComponent component, string property, EventTime time)
    {
        component.Set(time.Line(property));
        DefineZone(calendar, time);
    }

    public static void DefineZone(IcsComponent calendar, EventTime time)
    {
        if (time.Kind != EventTimeKind.Zoned)
            return;

        var isThere = calendar
            .Components("VTIMEZONE")
            .Any(z => string.Equals(z.Value("TZID"), time.Tzid, StringComparison.Ordinal));
        if (!isThere)
            calendar.AddFirst(VTimeZone.Of(time.Zone, time.Local.Year));
    }

    /// <summary>Sets a text, or takes it away when it is empty; null leaves it.</summary>
    public static void SetText(IcsComponent component, string property, string? text)
    {
        if (text is null)
            return;

        if (text.Length == 0)
            component.RemoveLines(property);
        else
            component.Set(IcsLine.OfText(property, text));
    }

    /// <summary>Sets a word in capitals, or takes it away when it is empty; null leaves it.</summary>
    public static void SetWord(IcsComponent component, string property, string? word)
    {
        if (word is null)
            return;

        if (word.Length == 0)
            component.RemoveLines(property);
        else
            component.Set(IcsLine.Of(property, word.ToUpperInvariant()));
    }

    public static void SetCategories(IcsComponent component, IReadOnlyList<string>? categories)
    {
        if (categories is null)
            return;

        component.RemoveLines("CATEGORIES");
        if (categories.Count > 0)
            component.AddLine(IcsLine.Of("CATEGORIES", IcsText.EscapeList(categories)));
    }
}
