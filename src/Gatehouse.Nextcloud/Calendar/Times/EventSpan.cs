using Gatehouse.Nextcloud.Calendar.Ics;
using NodaTime;

namespace Gatehouse.Nextcloud.Calendar.Times;

/// <summary>From when to when; the end is the first moment (or day) that is not part of it any more.</summary>
internal readonly record struct EventSpan(EventTime Start, EventTime End)
{
    /// <summary>RFC 5545 §3.6.1: DTEND, or DURATION, or a day for days and nothing for times. Null when there is no readable DTSTART.</summary>
    public static EventSpan? Of(IcsComponent component, ZoneTable zones)
    {
        if (component.Line("DTSTART") is not { } line || EventTime.Read(line, zones) is not { } start)
            return null;

        var end = component.Line("DTEND") is { } endLine ? EventTime.Read(endLine, zones) : null;
        if (end is null && IcsDuration.Parse(component.Value("DURATION")) is { } duration)
            end = Later(start, duration);
        end ??= start.IsDate ? start.At(start.Local.PlusDays(1)) : start;
        return new(start, end.Value.Instant < start.Instant ? start : end.Value);
    }

    /// <summary>The same length from another beginning on; days stay days, times keep their exact length.</summary>
    public EventSpan From(EventTime start)
    {
        if (Start.IsDate && End.IsDate)
        {
            var days = Period.Between(Start.Local.Date, End.Local.Date, PeriodUnits.Days).Days;
            return new(start, start.At(start.Local.PlusDays(days)));
        }

        return new(start, End.At(start.Instant + (End.Instant - Start.Instant)));
    }

    private static EventTime Later(EventTime start, IcsDuration duration) =>
        duration.Seconds == 0 || start.IsDate
            ? start.At(start.Local.PlusDays(duration.Days))
            : start.At(start.At(start.Local.PlusDays(duration.Days)).Instant + Duration.FromSeconds(duration.Seconds));
}
