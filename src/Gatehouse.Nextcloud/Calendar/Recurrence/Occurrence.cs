using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Times;
using NodaTime;

namespace Gatehouse.Nextcloud.Calendar.Recurrence;

/// <summary>One time a component happens.</summary>
/// <param name="Component">The component that says what: the series, or the override of this occurrence.</param>
/// <param name="Span">When.</param>
/// <param name="RecurrenceId">The time the series planned for it; null for what does not recur.</param>
internal readonly record struct Occurrence(IcsComponent Component, EventSpan Span, EventTime? RecurrenceId)
{
    public bool Meets(Instant from, Instant to) =>
        Span.Start.Instant < to
        && (Span.End.Instant > from || (Span.End.Instant == Span.Start.Instant && Span.Start.Instant >= from));
}
