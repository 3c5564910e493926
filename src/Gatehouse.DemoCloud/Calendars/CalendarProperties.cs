using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>The properties of a calendar as its owner or one it is shared with sees them.</summary>
internal sealed class CalendarProperties(DavCall call, PersonDirectory people)
{
    public static readonly XName DisplayName = DavNames.D + "displayname";
    public static readonly XName Color = DavNames.Apple + "calendar-color";
    public static readonly XName Order = DavNames.Apple + "calendar-order";
    public static readonly XName Transparency = DavNames.Cal + "schedule-calendar-transp";
    public static readonly XName Source = DavNames.Cs + "source";

    public XElement Response(OpenedCollection opened, IReadOnlyList<XName> names, string? href = null) =>
        DavXml.Response(
            href ?? call.Href($"calendars/{call.Me.Id}/{opened.Uri}/"),
            names.Count == 0 ? [DavNames.ResourceType] : names,
            name => Find(opened, name)
        );

    private XElement? Find(OpenedCollection opened, XName name)
    {
        var calendar = opened.Collection;
        return name.Namespace == DavNames.D ? Dav(opened, name)
            : name == DavNames.Cs + "getctag" ? new XElement(name, calendar.Token)
            : name == DavNames.Cal + "supported-calendar-component-set" ? Kinds(calendar, name)
            : name == Transparency ? new XElement(name, new XElement(DavNames.Cal + Transp(opened)))
            : name == Color || name == Order
                ? DavXml.Element(name, Set(calendar, name) ?? (name == Order ? "0" : "#0082c9"))
            : name == Source && Set(calendar, name) is { } source ? DavXml.Href(name, source)
            : name == DavNames.Cs + "publish-url" && calendar.IsPublished
                ? DavXml.Href(name, call.Href($"public-calendars/{calendar.Owner}-{calendar.Uri}"))
            : name.Namespace == DavNames.Oc ? OwnCloud(opened, name)
            : name == DavNames.NcCom + "deleted-at" && calendar.Deleted is { } deleted
                ? DavXml.Element(name, Iso(deleted))
            : Set(calendar, name) is { } kept ? DavXml.Element(name, kept)
            : null;
    }

    public static string Iso(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private XElement? Dav(OpenedCollection opened, XName name) =>
        name.LocalName switch
        {
            "displayname" => new XElement(name, DisplayNameOf(opened)),
            "resourcetype" => ResourceType(opened),
            "sync-token" => new XElement(name, opened.Collection.Token),
            "owner" => DavXml.Href(name, call.Href($"principals/users/{opened.Collection.Owner}/")),
            "current-user-privilege-set" => CalendarPrivileges.Of(
                opened.MayWrite ? CalendarPrivileges.Calendar : CalendarPrivileges.ReadOnly
            ),
            "current-user-principal" => DavXml.Href(name, call.Href($"principals/users/{call.Me.Id}/")),
            _ => Set(opened.Collection, name) is { } kept ? DavXml.Element(name, kept) : null,
        };

    private XElement? OwnCloud(OpenedCollection opened, XName name) =>
        name.LocalName switch
        {
            "owner-principal" => new XElement(name, $"principals/users/{opened.Collection.Owner}"),
            "read-only" when !opened.IsOwner => new XElement(name, opened.MayWrite ? "" : "1"),
            "invite" => CollectionSharing.Invitations(opened.Collection, people),
            _ => Set(opened.Collection, name) is { } kept ? DavXml.Element(name, kept) : null,
        };

    private string DisplayNameOf(OpenedCollection opened)
    {
        var name = Set(opened.Collection, DisplayName) ?? opened.Collection.Uri;
        return opened.IsOwner ? name : $"{name} ({people.Find(opened.Collection.Owner)?.Account.DisplayName})";
    }

    private static XElement ResourceType(OpenedCollection opened) =>
        new(
            DavNames.ResourceType,
            new XElement(DavNames.D + "collection"),
            opened.Collection.Deleted is not null ? DavXml.Element(DavNames.NcCom + "deleted-calendar")
                : Set(opened.Collection, Source) is not null ? new XElement(DavNames.Cs + "subscribed")
                : new XElement(DavNames.Cal + "calendar")
        );

    private static XElement Kinds(ObjectCollection calendar, XName name) =>
        new(name, calendar.Kinds.Select(kind => new XElement(DavNames.Cal + "comp", new XAttribute("name", kind))));

    public static string Transp(OpenedCollection opened) =>
        opened.IsOwner ? Set(opened.Collection, Transparency) ?? "opaque" : "transparent";

    public static string? Set(ObjectCollection calendar, XName name) =>
        calendar.Properties.GetValueOrDefault(name.ToString());
}
