using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>One time an event happens.</summary>
/// <param name="Start">UTC.</param>
/// <param name="End">UTC, after the start unless it takes no time.</param>
/// <param name="IsAllDay">Start and end are dates.</param>
/// <param name="Component">The VEVENT it comes from.</param>
internal sealed record CalendarOccurrence(DateTime Start, DateTime End, bool IsAllDay, VObject Component);
