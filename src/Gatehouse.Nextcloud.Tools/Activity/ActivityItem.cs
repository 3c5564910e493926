using System.ComponentModel;
using Gatehouse.Nextcloud.Activity;
using Gatehouse.Nextcloud.Tools.Times;

namespace Gatehouse.Nextcloud.Tools.Activity;

/// <summary>Something that happened.</summary>
internal sealed record ActivityItem(
    long Id,
    string App,
    [property: Description("What happened, in the app's words, e.g. file_changed.")] string Type,
    string Time,
    string Subject,
    [property: Description("Who did it; absent when nobody with an account did.")] string? User = null,
    string? Message = null,
    [property: Description("What it happened to, e.g. files.")] string? ObjectType = null,
    [property: Description("Which of those; for files the file id.")] long? ObjectId = null,
    [property: Description("Its name; for files the path.")] string? ObjectName = null,
    [property: Description("Where it leads, for the person.")] string? Link = null
)
{
    public static ActivityItem Of(PersonZone zone, ActivityEntry entry) =>
        new(
            entry.Id,
            entry.App,
            entry.Type,
            zone.Write(entry.Time),
            entry.Subject,
            Filled(entry.User),
            Filled(entry.Message),
            Filled(entry.ObjectType),
            entry.ObjectId > 0 ? entry.ObjectId : null,
            Filled(entry.ObjectName),
            entry.Link
        );

    private static string? Filled(string text) => text.Length > 0 ? text : null;
}
