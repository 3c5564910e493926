using Gatehouse.Nextcloud.Calendar.Times;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace Gatehouse.Nextcloud.Calendar.Recurrence;

/// <summary>
/// Where a rule falls, in local time: the zone comes in afterwards, as RFC 5545 wants it (a meeting at 9 stays at 9 when the clocks change).
/// Ical.Net does the maths; every rule that comes here went through <see cref="RecurrenceRule"/>, and what it gives is counted.
/// </summary>
internal static class RuleExpansion
{
    private const int MaxSteps = 50_000;

    // The 29th of February by a daily rule is the longest honest way between two matches: four years (eight around 2100).
    private static readonly EvaluationOptions options = new() { MaxUnmatchedIncrementsLimit = 4000 };

    /// <summary>The local times from <paramref name="from"/> (about) to <paramref name="to"/>, in order. The first is not always DTSTART.</summary>
    public static IEnumerable<LocalDateTime> Expand(
        RecurrenceRule rule,
        EventTime start,
        LocalDateTime from,
        LocalDateTime to,
        ZoneTable zones
    )
    {
        var local = Local(rule, start, zones);
        var evaluator = new RecurrencePatternEvaluator(new Ical.Net.DataTypes.RecurrenceRule(local.ToString()));
        var hasTime = !start.IsDate;
        // A rule with COUNT counts from its first time on.
        var begin = rule.Count is null && from > start.Local ? from : start.Local;
        using var periods = evaluator
            .Evaluate(Of(start.Local, hasTime), Of(begin, hasTime), options)
            .Take(MaxSteps)
            .GetEnumerator();
        while (TryNext(periods) is { } next && next < to)
        {
            if (next >= from)
                yield return next;
        }
    }

    private static LocalDateTime? TryNext(IEnumerator<Ical.Net.DataTypes.Period> periods)
    {
        try
        {
            return periods.MoveNext() ? LocalDateTime.FromDateTime(periods.Current.StartTime.Value) : null;
        }
        catch (EvaluationException)
        {
            // A rule that never falls again (30 February), or beyond the end of time: these were all.
            return null;
        }
    }

    private static CalDateTime Of(LocalDateTime local, bool hasTime) => new(local.ToDateTimeUnspecified(), hasTime);

    /// <summary>UNTIL is written in UTC beside a zone; here everything is local.</summary>
    private static RecurrenceRule Local(RecurrenceRule rule, EventTime start, ZoneTable zones)
    {
        if (rule.Part("UNTIL") is not { } until || EventTime.Read(until, tzid: null, zones) is not { } end)
            return rule.With("UNTIL", null);

        var local = end.Kind == EventTimeKind.Utc && !start.IsDate ? start.At(end.Instant).Local : end.Local;
        var form = new EventTime(start.IsDate ? EventTimeKind.Date : EventTimeKind.Floating, local, null, start.Zone);
        return rule.With("UNTIL", form.Value);
    }
}
