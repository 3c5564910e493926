using System.Globalization;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Recurrence;
using Gatehouse.Nextcloud.Calendar.Times;
using NodaTime;

namespace Gatehouse.Nextcloud.Tasks;

/// <summary>
/// How far a task is: STATUS, COMPLETED and PERCENT-COMPLETE always together. A recurring task that is completed goes on to its next time, as in
/// Nextcloud's own app.
/// </summary>
internal static class TaskProgress
{
    public static void Set(IcsComponent calendar, IcsComponent component, TaskFields fields, EditContext context)
    {
        var status = fields.Status ?? StatusOf(fields.PercentComplete);
        if (status is null)
            return;

        if (status == "completed" && ToNext(calendar, component, context))
        {
            Write(component, "NEEDS-ACTION", 0);
            component.RemoveLines("COMPLETED");
            return;
        }

        var percent = status switch
        {
            "completed" => 100,
            "needs-action" => fields.PercentComplete ?? 0,
            _ => fields.PercentComplete,
        };
        Write(component, status.ToUpperInvariant(), percent);
        if (status == "completed")
            component.Set(IcsLine.Of("COMPLETED", Form(context.Now)));
        else
            component.RemoveLines("COMPLETED");
    }

    private static void Write(IcsComponent component, string status, int? percent)
    {
        component.Set(IcsLine.Of("STATUS", status));
        if (percent is { } number)
            component.Set(IcsLine.Of("PERCENT-COMPLETE", TaskWriter.Number(number)));
    }

    private static string? StatusOf(int? percent) =>
        percent switch
        {
            null => null,
            100 => "completed",
            0 => "needs-action",
            _ => "in-process",
        };

    /// <summary>Moves a recurring task to its next time. False when it does not recur (any more).</summary>
    private static bool ToNext(IcsComponent calendar, IcsComponent component, EditContext context)
    {
        var zones = new ZoneTable(calendar, context.Person);
        var line = component.Line("DTSTART") ?? component.Line("DUE");
        if (
            line is null
            || EventTime.Read(line, zones) is not { } time
            || !RecurrenceRule.TryParse(component.Value("RRULE"), out var rule, out _)
            || Next(rule, time, zones) is not { } next
        )
            return false;

        foreach (var property in (ReadOnlySpan<string>)["DTSTART", "DUE"])
        {
            if (component.Line(property) is { } old && EventTime.Read(old, zones) is { } before)
                component.Set(
                    before
                        .At(before.Local + Period.Between(time.Local, next, PeriodUnits.Days | PeriodUnits.Seconds))
                        .Line(property)
                );
        }

        if (rule.Count is { } count)
            component.Set(IcsLine.Of("RRULE", rule.With("COUNT", TaskWriter.Number(count - 1)).ToString()));
        return true;
    }

    private static LocalDateTime? Next(RecurrenceRule rule, EventTime time, ZoneTable zones) =>
        RuleExpansion
            .Expand(rule, time, time.Local, time.Local.PlusYears(20), zones)
            .Where(t => t > time.Local)
            .Select(t => (LocalDateTime?)t)
            .FirstOrDefault();

    private static string Form(Instant instant) =>
        instant.ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
