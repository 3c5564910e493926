using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>Reads a calendar out of a listing of the calendar home; what is there besides calendars (inbox, trash) is none.</summary>
internal static class CalendarInfoReader
{
    public static IReadOnlyList<XName> Properties { get; } =
    [
        CalendarNames.DisplayName,
        CalendarNames.ResourceType,
        CalendarNames.Color,
        CalendarNames.Components,
        CalendarNames.OwnerPrincipal,
        CalendarNames.Privileges,
        CalendarNames.Transparency,
        CalendarNames.Source,
        CalendarNames.Invite,
        CalendarNames.PublishUrl,
    ];

    public static CalendarInfo? Read(string user, DavResponse response)
    {
        var type = response.Property(CalendarNames.ResourceType);
        var isSubscription = type?.Element(CalendarNames.CalendarServer + "subscribed") is not null;
        var isCalendar = isSubscription || type?.Element(CalendarNames.CalDav + "calendar") is not null;
        var isDeleted = type?.Element(CalendarNames.NextcloudCalendar + "deleted-calendar") is not null;
        if (!isCalendar || isDeleted || !CalendarName.TryParse(CalendarPaths.LastSegment(response.Href), out var name))
            return null;

        var components = ComponentsOf(response);
        var owner = CalendarSharee.OfHref(response.Text(CalendarNames.OwnerPrincipal))?.Id;
        return new(
            name,
            response.Text(CalendarNames.DisplayName) ?? name.ToString(),
            ColorOf(response.Text(CalendarNames.Color)),
            isSubscription || components.Contains("VEVENT"),
            components.Contains("VTODO"),
            isSubscription || !MayWrite(response)
        )
        {
            SubscribedFrom = isSubscription ? Href(response.Property(CalendarNames.Source)) : null,
            SharedBy = owner is null || owner == user ? null : owner,
            Shares = [.. Shares(response.Property(CalendarNames.Invite))],
            PublicUrl = Href(response.Property(CalendarNames.PublishUrl)),
            IsTransparent =
                response.Property(CalendarNames.Transparency)?.Element(CalendarNames.CalDav + "transparent")
                    is not null,
        };
    }

    private static HashSet<string> ComponentsOf(DavResponse response) =>
        response
            .Property(CalendarNames.Components)
            ?.Elements(CalendarNames.CalDav + "comp")
            .Select(c => c.Attribute("name")?.Value ?? "")
            .ToHashSet(StringComparer.OrdinalIgnoreCase)
        ?? new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "VEVENT", "VTODO" };

    private static bool MayWrite(DavResponse response) =>
        response.Property(CalendarNames.Privileges) is not { } privileges
        || privileges
            .Elements(CalendarNames.Dav + "privilege")
            .Elements()
            .Any(p =>
                p.Name == CalendarNames.Dav + "write"
                || p.Name == CalendarNames.Dav + "write-content"
                || p.Name == CalendarNames.Dav + "all"
            );

    private static IEnumerable<CalendarShare> Shares(XElement? invite)
    {
        foreach (var user in invite?.Elements(CalendarNames.OwnCloud + "user") ?? [])
        {
            if (CalendarSharee.OfHref(user.Element(CalendarNames.Dav + "href")?.Value) is not { } sharee)
                continue;

            var access = user.Element(CalendarNames.OwnCloud + "access");
            yield return new(sharee, access?.Element(CalendarNames.OwnCloud + "read-write") is not null);
        }
    }

    private static string? Href(XElement? property) =>
        property?.Element(CalendarNames.Dav + "href")?.Value is { Length: > 0 } href ? href
        : property?.Value is { Length: > 0 } text ? text
        : null;

    /// <summary>Apple's form has a pair of digits more, for the alpha channel.</summary>
    private static string? ColorOf(string? color) => color is { Length: 9 } ? color[..7] : color;
}
