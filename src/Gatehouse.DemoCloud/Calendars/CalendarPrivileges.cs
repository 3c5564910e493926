using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>RFC 3744: what the caller may do, as the real one lists it for each kind of node.</summary>
internal static class CalendarPrivileges
{
    private static readonly string[] Reading = ["d:read", "d:read-acl", "d:read-current-user-privilege-set"];

    private static readonly string[] Writing =
    [
        "d:write",
        "d:write-properties",
        "d:write-content",
        "d:unlock",
        "d:bind",
        "d:unbind",
        "d:write-acl",
    ];

    public static readonly string[] Home = [.. Writing, .. Reading];

    public static readonly string[] Calendar = [.. Writing, .. Reading, "cal:read-free-busy"];

    public static readonly string[] ReadOnly = ["d:write-properties", .. Reading, "cal:read-free-busy"];

    public static readonly string[] Readable = Reading;

    public static readonly string[] Inbox =
    [
        "cal:schedule-deliver",
        "cal:schedule-deliver-invite",
        "cal:schedule-deliver-reply",
        "cal:schedule-query-freebusy",
        "d:unbind",
        "d:write-properties",
        .. Reading,
    ];

    public static readonly string[] Outbox =
    [
        "cal:schedule-send",
        "cal:schedule-send-invite",
        "cal:schedule-send-reply",
        "cal:schedule-send-freebusy",
        "cal:schedule-post-vevent",
        .. Reading,
    ];

    public static readonly string[] Trash = ["d:all", .. Writing, .. Reading];

    public static XElement Of(string[] privileges) =>
        new(
            DavNames.D + "current-user-privilege-set",
            privileges.Select(privilege => new XElement(
                DavNames.D + "privilege",
                new XElement(
                    privilege.StartsWith("d:", StringComparison.Ordinal)
                        ? DavNames.D + privilege[2..]
                        : DavNames.Cal + privilege[4..]
                )
            ))
        );
}
