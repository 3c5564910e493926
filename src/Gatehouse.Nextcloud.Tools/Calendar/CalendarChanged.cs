using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Events;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>A calendar that was made or changed.</summary>
internal sealed record CalendarChanged(
    string Id,
    [property: Description("The ids of what was imported.")] IReadOnlyList<string>? Imported = null,
    [property: Description("What was not imported, and why.")] IReadOnlyList<string>? Refused = null
)
{
    public static CalendarChanged Of(CalendarName name, ImportResult result) =>
        new(
            name.ToString(),
            [.. result.Written.Select(w => w.ToString())],
            result.Refused.Count > 0 ? [.. result.Refused.Select(r => $"{r.Title}: {r.Error.Summary}")] : null
        );
}
