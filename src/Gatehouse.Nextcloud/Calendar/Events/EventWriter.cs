using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Recurrence;
using Gatehouse.Nextcloud.Calendar.Times;
using NodaTime;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>Puts fields into one VEVENT. What is not named by the fields stays as it stands.</summary>
internal static class EventWriter
{
    public static void Apply(IcsComponent calendar, IcsComponent component, EventFields fields, EditContext context)
    {
        EditContext.SetText(component, "SUMMARY", fields.Title);
        EditContext.SetText(component, "LOCATION", fields.Location);
        EditContext.SetText(component, "DESCRIPTION", fields.Description);
        EditContext.SetWord(component, "STATUS", fields.Status);
        EditContext.SetWord(component, "CLASS", fields.Visibility);
        EditContext.SetCategories(component, fields.Categories);
        if (fields.Url is { } url)
        {
            component.RemoveLines("URL");
            if (url.Length > 0)
                component.AddLine(IcsLine.Of("URL", url));
        }

        if (fields.IsFree is { } isFree)
            component.Set(IcsLine.Of("TRANSP", isFree ? "TRANSPARENT" : "OPAQUE"));
        SetTimes(calendar, component, fields, new ZoneTable(calendar, context.Person));
        SetRule(calendar, component, fields, context);
        Reminders.Set(component, fields.Reminders);
        if (fields.Attendees is { } attendees)
            Attendees.Set(component, attendees, context.Self);
        var isRevision = fields.Start is not null || fields.End is not null || fields.Rule is not null;
        context.Touch(component, isRevision || component.Line("ATTENDEE") is not null);
    }

    private static void SetTimes(IcsComponent calendar, IcsComponent component, EventFields fields, ZoneTable zones)
    {
        if (fields.Start is null && fields.End is null)
            return;

        var old = EventSpan.Of(component, zones);
        var start =
            fields.Start
            ?? old?.Start
            ?? throw CalendarErrors.NotPossible(
                "The event was not written.",
                "It has no beginning.",
                "Give its start."
            );
        var end = fields.End ?? EndOf(start, old);
        if (end.IsDate != start.IsDate || end.Instant < start.Instant)
            throw CalendarErrors.NotPossible(
                "The event was not written.",
                $"It would end ({end}) before it begins ({start}), or only one of both is a day.",
                "Give start and end together, both as days or both as times."
            );

        component.RemoveLines("DURATION");
        EditContext.SetTime(calendar, component, "DTSTART", start);
        EditContext.SetTime(calendar, component, "DTEND", end);
    }

    /// <summary>A moved event stays as long as it was; what becomes a day, or a time, begins anew.</summary>
    private static EventTime EndOf(EventTime start, EventSpan? old)
    {
        if (old is { } span && span.Start.IsDate == start.IsDate)
            return span.From(start).End is var end && end.Kind == start.Kind ? end : start.At(end.Instant);
        return start.IsDate ? start.At(start.Local.PlusDays(1)) : start.At(start.Instant + Duration.FromHours(1));
    }

    private static void SetRule(IcsComponent calendar, IcsComponent component, EventFields fields, EditContext context)
    {
        if (fields.RemovesRule)
            component.RemoveLines("RRULE", "RDATE", "EXDATE");
        var zones = new ZoneTable(calendar, context.Person);
        var rule = fields.Rule;
        if (
            rule is null
            && fields.Start is not null
            && RecurrenceRule.TryParse(component.Value("RRULE"), out var kept, out _)
        )
            rule = kept;
        if (rule is { } given && EventSpan.Of(component, zones) is { } span)
            component.Set(IcsLine.Of("RRULE", given.Fitting(span.Start, zones).ToString()));
    }
}
