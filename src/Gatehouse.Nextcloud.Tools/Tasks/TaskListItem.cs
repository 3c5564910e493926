using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar;

namespace Gatehouse.Nextcloud.Tools.Tasks;

/// <summary>A list of tasks.</summary>
internal sealed record TaskListItem(
    [property: Description("Pass it to the tools that take a list.")] string Id,
    string Title,
    bool? ReadOnly = null
)
{
    public static TaskListItem Of(CalendarInfo info) =>
        new(info.Name.ToString(), info.Title, info.IsReadOnly ? true : null);
}
