using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Recurrence;
using Gatehouse.Nextcloud.Calendar.Times;
using NodaTime;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>Changes a series, or one occurrence of it, in the object it is stored in.</summary>
internal sealed class SeriesEdit
{
    private readonly CalendarObject stored;
    private readonly EditContext context;
    private readonly RecurringObject series;

    public SeriesEdit(CalendarObject stored, EditContext context)
    {
        this.stored = stored;
        this.context = context;
        series = new RecurringObject(stored.Calendar, "VEVENT", context.Person);
    }

    private IcsComponent Calendar => stored.Calendar;

    /// <summary>Changes what does not recur, or a whole series. Exceptions move along when the series moves.</summary>
    public void ChangeAll(EventFields fields)
    {
        var component =
            series.Master
            ?? Calendar.Components("VEVENT").FirstOrDefault()
            ?? throw CalendarErrors.NotFound($"'{stored.Id}' holds no event.", "List the events again.");
        var before = EventSpan.Of(component, series.Zones)?.Start;
        EventWriter.Apply(Calendar, component, fields, context);
        if (fields.Start is { } start && before is { } old && component == series.Master && start != old)
            MoveExceptions(component, old, start);
        if (fields.RemovesRule)
            RemoveOverrides();
    }

    /// <summary>Changes one occurrence: its override is made when there is none.</summary>
    public void ChangeOne(EventTime recurrenceId, EventFields fields)
    {
        if (fields.Rule is not null || fields.RemovesRule)
            throw CalendarErrors.NotPossible(
                "The occurrence was not changed.",
                "One occurrence has no rule of its own.",
                "Leave the rule away, or leave recurrenceId away to change the whole series."
            );

        EventWriter.Apply(Calendar, OverrideFor(recurrenceId), fields, context);
    }

    /// <summary>Takes one occurrence out of its series. False when nothing is left of the object.</summary>
    public bool RemoveOne(EventTime recurrenceId)
    {
        var occurrence = Find(recurrenceId);
        if (occurrence.Component != series.Master)
            Calendar.Remove(occurrence.Component);
        if (series.Master is not { } master)
            return Calendar.Components("VEVENT").Any();

        var id = occurrence.RecurrenceId!.Value;
        master.AddLine(InFormOf(master, id).Line("EXDATE"));
        context.Touch(master, isRevision: true);
        return true;
    }

    /// <summary>Answers an invitation to all, or to one occurrence.</summary>
    public void Respond(EventTime? recurrenceId, string response)
    {
        var components = recurrenceId is { } id ? [OverrideFor(id)] : Calendar.Components("VEVENT").ToList();
        var answered = components.Count(c => Attendees.Respond(c, response, context.Self!));
        if (answered == 0)
            throw CalendarErrors.NotPossible(
                $"'{stored.Id}' was not answered.",
                "This account is not among its attendees.",
                "Answer only invitations; read the event to see who is invited."
            );

        foreach (var component in components)
            context.Touch(component);
    }

    private Occurrence Find(EventTime recurrenceId) =>
        series.At(recurrenceId.Instant) is { RecurrenceId: not null } found
            ? found
            : throw CalendarErrors.NotFound(
                $"'{stored.Id}' has no occurrence at {recurrenceId}.",
                "Take recurrenceId from list_events unchanged, or leave it away when the event does not recur."
            );

    private IcsComponent OverrideFor(EventTime recurrenceId)
    {
        var occurrence = Find(recurrenceId);
        if (occurrence.Component != series.Master)
            return occurrence.Component;

        var made = occurrence.Component.Copy();
        made.RemoveLines("RRULE", "RDATE", "EXDATE");
        SetSpan(made, occurrence.Span);
        made.AddLine(InFormOf(occurrence.Component, occurrence.RecurrenceId!.Value).Line("RECURRENCE-ID"));
        Calendar.AddAfter(made);
        return made;
    }

    /// <summary>RFC 5545 §3.8.4.4: the value has the type and zone of the series' DTSTART.</summary>
    private EventTime InFormOf(IcsComponent master, EventTime time) =>
        EventSpan.Of(master, series.Zones) is { } span ? span.Start.At(time.Instant) : time;

    private void MoveExceptions(IcsComponent master, EventTime old, EventTime start)
    {
        var overridden = Calendar.Components("VEVENT").Where(c => c.Line("RECURRENCE-ID") is not null).ToList();
        if (overridden.Count == 0 && master.Line("EXDATE") is null)
            return;
        if (old.IsDate != start.IsDate)
            throw CalendarErrors.NotPossible(
                "The series was not changed.",
                "It has exceptions, which cannot follow from days to times or back.",
                "Delete the exceptions first, or end this series with UNTIL and make a new one."
            );

        foreach (var component in overridden)
        {
            if (EventTime.Read(component.Line("RECURRENCE-ID")!, series.Zones) is not { } id)
                continue;

            var moved = Moved(id, old, start);
            component.Set(moved.Line("RECURRENCE-ID"));
            // An exception that was at its planned time stays at its planned time.
            if (EventSpan.Of(component, series.Zones) is { } span && span.Start.Instant == id.Instant)
                SetSpan(component, span.From(moved));
        }

        foreach (var line in master.Lines("EXDATE").ToList())
            master.Replace(line, MovedList(line, old, start));
    }

    private IcsLine MovedList(IcsLine line, EventTime old, EventTime start)
    {
        var moved = line
            .Value.Split(',')
            .Select(v => EventTime.Read(v.Trim(), line.Parameter("TZID"), series.Zones))
            .OfType<EventTime>()
            .Select(t => Moved(t, old, start).Value);
        return IcsLine.Of(line.Name, string.Join(',', moved), start.Line(line.Name).Parameters);
    }

    /// <summary>As far from the new beginning as it was from the old one, by the clock.</summary>
    private static EventTime Moved(EventTime time, EventTime old, EventTime start)
    {
        var planned = old.At(time.Instant).Local;
        return start.At(start.Local + Period.Between(old.Local, planned, PeriodUnits.Days | PeriodUnits.Seconds));
    }

    private static void SetSpan(IcsComponent component, EventSpan span)
    {
        component.RemoveLines("DURATION");
        component.Set(span.Start.Line("DTSTART"));
        component.Set(span.End.Line("DTEND"));
    }

    private void RemoveOverrides()
    {
        foreach (var component in Calendar.Components("VEVENT").Where(c => c != series.Master).ToList())
            Calendar.Remove(component);
    }
}
