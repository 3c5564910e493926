using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>A calendar.</summary>
internal sealed record CalendarItem(
    [property: Description("Pass it to the tools that take a calendar.")] string Id,
    string Title,
    string? Color = null,
    [property: Description("Holds events.")] bool? Events = null,
    [property: Description("Holds tasks.")] bool? Tasks = null,
    bool? ReadOnly = null,
    [property: Description("User id of its owner, when that is somebody else.")] string? SharedBy = null,
    [property: Description("User ids and group:ID.")] IReadOnlyList<string>? ReadableBy = null,
    [property: Description("User ids and group:ID.")] IReadOnlyList<string>? WritableBy = null,
    [property: Description("Where a subscription comes from.")] string? SubscribedFrom = null,
    string? PublicLink = null,
    [property: Description("Its iCalendar text as an MCP resource.")] string? Resource = null
)
{
    public static CalendarItem Of(CalendarInfo info) =>
        new(
            info.Name.ToString(),
            info.Title,
            info.Color,
            info.HoldsEvents ? true : null,
            info.HoldsTasks ? true : null,
            info.IsReadOnly ? true : null,
            info.SharedBy,
            Shares(info, mayWrite: false),
            Shares(info, mayWrite: true),
            info.SubscribedFrom,
            info.PublicUrl,
            CalendarUri.Of(info.Name)
        );

    private static List<string>? Shares(CalendarInfo info, bool mayWrite) =>
        info.Shares.Where(s => s.MayWrite == mayWrite).Select(s => s.With.ToString()).ToList() is { Count: > 0 } found
            ? found
            : null;
}
