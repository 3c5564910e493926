using System.Globalization;
using Gatehouse.Nextcloud.Calendar.Ics;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>RFC 5545 §3.6.6: writes reminders as VALARM.</summary>
internal static class Reminders
{
    /// <summary>All reminders from now on, in minutes before; null leaves them. One that is there already stays as it is.</summary>
    public static void Set(IcsComponent component, IReadOnlyList<int>? minutes, string related = "START")
    {
        if (minutes is null)
            return;

        var wanted = minutes.Distinct().Select(m => TriggerOf(m)).ToHashSet(StringComparer.Ordinal);
        foreach (var alarm in component.Components("VALARM").ToList())
        {
            if (!wanted.Remove(alarm.Value("TRIGGER") ?? ""))
                component.Remove(alarm);
        }

        foreach (var trigger in wanted)
            component.Add(Alarm(trigger, related));
    }

    private static IcsComponent Alarm(string trigger, string related)
    {
        var alarm = new IcsComponent("VALARM");
        alarm.Add(IcsLine.Of("ACTION", "DISPLAY"));
        alarm.Add(
            related == "END"
                ? IcsLine.Of("TRIGGER", trigger, new IcsParameter("RELATED", related))
                : IcsLine.Of("TRIGGER", trigger)
        );
        alarm.Add(IcsLine.OfText("DESCRIPTION", "Reminder"));
        return alarm;
    }

    private static string TriggerOf(int minutes) =>
        minutes == 0 ? "PT0S"
        : minutes % 1440 == 0 ? string.Create(CultureInfo.InvariantCulture, $"-P{minutes / 1440}D")
        : minutes % 60 == 0 ? string.Create(CultureInfo.InvariantCulture, $"-PT{minutes / 60}H")
        : string.Create(CultureInfo.InvariantCulture, $"-PT{minutes}M");
}
