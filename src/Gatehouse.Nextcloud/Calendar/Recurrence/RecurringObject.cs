using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Times;
using NodaTime;

namespace Gatehouse.Nextcloud.Calendar.Recurrence;

/// <summary>
/// RFC 5545 §3.8.4 and §3.8.5: the components of one UID, which are a thing and, when it recurs, the overrides of single occurrences.
/// </summary>
internal sealed class RecurringObject
{
    private const int MaxOccurrences = 1000;
    private const int FirstCountedYear = 1900;

    private readonly Dictionary<Instant, IcsComponent> overrides = [];
    private readonly ZoneTable zones;

    public RecurringObject(IcsComponent calendar, string component, TimeZoneId person)
    {
        zones = new ZoneTable(calendar, person);
        foreach (var found in calendar.Components(component))
        {
            if (found.Line("RECURRENCE-ID") is not { } line)
                Master ??= found;
            else if (EventTime.Read(line, zones) is { } id)
                overrides[id.Instant] = found;
        }
    }

    /// <summary>The thing itself; null when the person was only invited to single occurrences of a series.</summary>
    public IcsComponent? Master { get; }

    public ZoneTable Zones => zones;

    public bool Recurs => Master is { } master && (master.Line("RRULE") ?? master.Line("RDATE")) is not null;

    /// <summary>
    /// The rule, when there is one that may be expanded. One with a count is counted from its beginning on: that must not be in the Middle Ages
    /// (birthdays without a year begin in 1604, but have no count).
    /// </summary>
    public RecurrenceRule? Rule =>
        RecurrenceRule.TryParse(Master?.Value("RRULE"), out var rule, out _)
        && (rule.Count is null || EventSpan.Of(Master!, zones)?.Start.Local.Year >= FirstCountedYear)
            ? rule
            : null;

    /// <summary>Is there a rule that is not expanded, because it recurs without bound or cannot be read?</summary>
    public bool IsRefused => Master?.Line("RRULE") is not null && Rule is null;

    public IcsComponent? Override(Instant recurrenceId) => overrides.GetValueOrDefault(recurrenceId);

    /// <summary>What happens between two moments, not sorted; at most a thousand times.</summary>
    public IEnumerable<Occurrence> Between(Instant from, Instant to)
    {
        foreach (var occurrence in Planned(from, to).Take(MaxOccurrences))
            yield return occurrence;

        foreach (var component in overrides.Values)
        {
            if (
                EventSpan.Of(component, zones) is { } span
                && new Occurrence(component, span, IdOf(component)) is var moved
                && moved.Meets(from, to)
            )
                yield return moved;
        }
    }

    /// <summary>The occurrence the series planned for a moment, overridden or not; null when there is none (any more).</summary>
    public Occurrence? At(Instant recurrenceId)
    {
        if (Override(recurrenceId) is { } component && EventSpan.Of(component, zones) is { } span)
            return new(component, span, IdOf(component));
        return Planned(recurrenceId, recurrenceId + Duration.FromSeconds(1))
            .Where(o => o.RecurrenceId?.Instant == recurrenceId)
            .Select(o => (Occurrence?)o)
            .FirstOrDefault();
    }

    private EventTime? IdOf(IcsComponent component) => EventTime.Read(component.Line("RECURRENCE-ID")!, zones);

    private IEnumerable<Occurrence> Planned(Instant from, Instant to)
    {
        if (Master is not { } master || EventSpan.Of(master, zones) is not { } first)
            return [];
        if (!Recurs)
            return new Occurrence(master, first, null) is var only && only.Meets(from, to) ? [only] : [];

        var excluded = Times(master, "EXDATE").Select(t => t.Instant).ToHashSet();
        return Starts(master, first, from, to)
            .Where(s => !excluded.Contains(s.Instant) && !overrides.ContainsKey(s.Instant))
            .Select(s => new Occurrence(master, first.From(s), s))
            .Where(o => o.Meets(from, to));
    }

    private IEnumerable<EventTime> Starts(IcsComponent master, EventSpan first, Instant from, Instant to)
    {
        var seen = new HashSet<Instant>();
        // DTSTART is an occurrence whether the rule falls on it or not.
        foreach (var start in Times(master, "RDATE").Prepend(first.Start))
        {
            if (seen.Add(start.Instant))
                yield return start;
        }

        if (Rule is not { } rule)
            yield break;

        var length =
            Period.Between(first.Start.Local, first.End.At(first.End.Instant).Local, PeriodUnits.Days).Days + 2;
        var earliest = first.Start.At(from).Local.PlusDays(-length);
        var latest = first.Start.At(to).Local.PlusDays(1);
        foreach (var local in RuleExpansion.Expand(rule, first.Start, earliest, latest, zones))
        {
            var start = first.Start.At(local);
            if (seen.Add(start.Instant))
                yield return start;
        }
    }

    private IEnumerable<EventTime> Times(IcsComponent component, string property)
    {
        foreach (var line in component.Lines(property))
        {
            foreach (var value in line.Value.Split(','))
            {
                // RDATE may be periods; their beginning is what counts here.
                if (EventTime.Read(value.Split('/')[0].Trim(), line.Parameter("TZID"), zones) is { } time)
                    yield return time;
            }
        }
    }
}
