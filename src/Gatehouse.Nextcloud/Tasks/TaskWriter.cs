using System.Globalization;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Times;

namespace Gatehouse.Nextcloud.Tasks;

/// <summary>Puts fields into one VTODO. What is not named by the fields stays as it stands.</summary>
internal static class TaskWriter
{
    public static void Apply(IcsComponent calendar, IcsComponent component, TaskFields fields, EditContext context)
    {
        EditContext.SetText(component, "SUMMARY", fields.Title);
        EditContext.SetText(component, "DESCRIPTION", fields.Description);
        EditContext.SetText(component, "LOCATION", fields.Location);
        EditContext.SetCategories(component, fields.Categories);
        if (fields.Url is { } url)
        {
            component.RemoveLines("URL");
            if (url.Length > 0)
                component.AddLine(IcsLine.Of("URL", url));
        }

        if (fields.Priority is { } priority)
            component.Set(IcsLine.Of("PRIORITY", Number(priority)));
        SetTimes(calendar, component, fields);
        SetRule(calendar, component, fields, context);
        SetParent(component, fields.ParentUid);
        // Without a beginning a reminder hangs on the due date.
        Reminders.Set(component, fields.Reminders, component.Line("DTSTART") is null ? "END" : "START");
        TaskProgress.Set(calendar, component, fields, context);
        context.Touch(component, component.Line("ATTENDEE") is not null);
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void SetTimes(IcsComponent calendar, IcsComponent component, TaskFields fields)
    {
        if (fields.RemovesStart)
            component.RemoveLines("DTSTART");
        if (fields.RemovesDue)
            component.RemoveLines("DUE", "DURATION");
        if (fields.Start is { } start)
            EditContext.SetTime(calendar, component, "DTSTART", start);
        if (fields.Due is { } due)
        {
            component.RemoveLines("DURATION");
            EditContext.SetTime(calendar, component, "DUE", due);
        }

        var zones = new ZoneTable(calendar, TimeZoneId.Utc);
        var begins = component.Line("DTSTART") is { } line ? EventTime.Read(line, zones) : null;
        var ends = component.Line("DUE") is { } end ? EventTime.Read(end, zones) : null;
        if (begins is not { } first || ends is not { } last)
            return;
        if (first.IsDate != last.IsDate || last.Instant < first.Instant)
            throw CalendarErrors.NotPossible(
                "The task was not written.",
                $"It would be due ({last}) before it begins ({first}), or only one of both is a day.",
                "Give start and due together, both as days or both as times, or take the start away with an empty text."
            );
    }

    private static void SetRule(IcsComponent calendar, IcsComponent component, TaskFields fields, EditContext context)
    {
        if (fields.RemovesRule)
            component.RemoveLines("RRULE", "RDATE", "EXDATE");
        if (fields.Rule is not { } rule)
            return;

        var zones = new ZoneTable(calendar, context.Person);
        var line = component.Line("DTSTART") ?? component.Line("DUE");
        if (line is null || EventTime.Read(line, zones) is not { } time)
            throw CalendarErrors.NotPossible(
                "The task was not written.",
                "It recurs, and nothing says when it is first due.",
                "Give due (or start) as well."
            );

        component.Set(IcsLine.Of("RRULE", rule.Fitting(time, zones).ToString()));
    }

    private static void SetParent(IcsComponent component, string? uid)
    {
        if (uid is null)
            return;

        if (TaskReader.ParentOf(component) is { } old)
            component.Remove(old);
        if (uid.Length > 0)
            component.AddLine(IcsLine.OfText("RELATED-TO", uid));
    }
}
