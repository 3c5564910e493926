using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>Reads a calendar out of a listing of the calendar home; what is there besides calendars (inbox, trash) is none.</summary>
internal static class CalendarInfoReader
{
    private static readonly XName subscribed = CalendarNames.CalendarServer + "subscribed";
    private static readonly XName calendar = CalendarNames.CalDav + "calendar";
    private static readonly XName deletedCalendar = CalendarNames.NextcloudCalendar + "deleted-calendar";
    private static readonly XName transparent = CalendarNames.CalDav + "transparent";

    public static DavProperties Properties { get; } =
        new(
            CalendarNames.DisplayName,
            CalendarNames.ResourceType,
            CalendarNames.Color,
            CalendarNames.Components,
            CalendarNames.OwnerPrincipal,
            CalendarNames.Privileges,
            CalendarNames.Transparency,
            CalendarNames.Source,
            CalendarNames.Invite,
            CalendarNames.PublishUrl
        );

    public static CalendarInfo? Read(string user, DavResponse response)
    {
        var isSubscription = response.Holds(CalendarNames.ResourceType, subscribed);
        var isCalendar = isSubscription || response.Holds(CalendarNames.ResourceType, calendar);
        var isDeleted = response.Holds(CalendarNames.ResourceType, deletedCalendar);
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
            SubscribedFrom = isSubscription ? Href(response, CalendarNames.Source) : null,
            SharedBy = owner is null || owner == user ? null : owner,
            Shares = [.. Shares(response)],
            PublicUrl = Href(response, CalendarNames.PublishUrl),
            IsTransparent = response.Holds(CalendarNames.Transparency, transparent),
        };
    }

    private static HashSet<string> ComponentsOf(DavResponse response) =>
        response.Has(CalendarNames.Components)
            ? response
                .Elements(CalendarNames.Components)
                .Where(e => e.Is(CalendarNames.CalDav + "comp"))
                .Select(c => c.Attribute("name") ?? "")
                .ToHashSet(StringComparer.OrdinalIgnoreCase)
            : new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "VEVENT", "VTODO" };

    private static bool MayWrite(DavResponse response) =>
        !response.Has(CalendarNames.Privileges)
        || response
            .Elements(CalendarNames.Privileges)
            .Where(e => e.Is(CalendarNames.Dav + "privilege"))
            .SelectMany(e => e.Elements)
            .Any(p =>
                p.Is(CalendarNames.Dav + "write")
                || p.Is(CalendarNames.Dav + "write-content")
                || p.Is(CalendarNames.Dav + "all")
            );

    private static IEnumerable<CalendarShare> Shares(DavResponse response)
    {
        foreach (var user in response.Elements(CalendarNames.Invite).Where(e => e.Is(CalendarNames.OwnCloud + "user")))
        {
            if (CalendarSharee.OfHref(user.Element(CalendarNames.Dav + "href")?.Text) is not { } sharee)
                continue;

            var access = user.Element(CalendarNames.OwnCloud + "access");
            yield return new(sharee, access?.Element(CalendarNames.OwnCloud + "read-write") is not null);
        }
    }

    private static string? Href(DavResponse response, XName name) =>
        response.Elements(name).FirstOrDefault(e => e.Is(CalendarNames.Dav + "href"))?.Text is { Length: > 0 } href
            ? href
            : response.Text(name);

    /// <summary>Apple's form has a pair of digits more, for the alpha channel.</summary>
    private static string? ColorOf(string? color) => color is { Length: 9 } ? color[..7] : color;
}
