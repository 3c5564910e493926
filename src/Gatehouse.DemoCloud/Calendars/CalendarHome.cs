using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>PROPFIND in a calendar home: the home, its calendars, inbox, outbox and trash bin.</summary>
internal sealed class CalendarHome(ObjectStore store, PersonDirectory people)
{
    private static readonly XName Privileges = DavNames.D + "current-user-privilege-set";

    public async Task<DavError?> ListAsync(DavCall call, XElement? body)
    {
        var names = Names(body);
        var responses = new List<XElement> { Node(call, "", CalendarPrivileges.Home, [], names) };
        if (call.Headers["Depth"] != "0")
        {
            var properties = new CalendarProperties(call, people);
            responses.AddRange(store.Current.HomeOf(call.Me.Id).Select(one => properties.Response(one, names)));
            responses.Add(Special(call, "inbox", names));
            responses.Add(Special(call, "outbox", names));
            responses.Add(Special(call, "trashbin", names));
        }

        await DavXml.MultistatusAsync(call.Response, responses);
        return null;
    }

    /// <summary>One of inbox, outbox and trashbin; the inbox with what is in it.</summary>
    public async Task<DavError?> ListSpecialAsync(DavCall call, XElement? body, string uri)
    {
        var names = Names(body);
        var responses = new List<XElement> { Special(call, uri, names) };
        if (uri == "inbox" && call.Headers["Depth"] != "0" && InboxOf(call) is { } inbox)
        {
            var given = DavXml.PropNames(body);
            responses.AddRange(
                inbox.Objects.Select(item =>
                    CalendarObjectProperties.Response(call, $"calendars/{call.Me.Id}/inbox", item, given)
                )
            );
        }

        await DavXml.MultistatusAsync(call.Response, responses);
        return null;
    }

    public async Task<DavError?> ListCalendarAsync(DavCall call, XElement? body, string uri)
    {
        if (store.Current.Open(call.Me.Id, uri) is not { } opened)
        {
            return DavError.NotFound($"Calendar with name '{uri}' could not be found");
        }

        var given = DavXml.PropNames(body);
        var responses = new List<XElement> { new CalendarProperties(call, people).Response(opened, Names(body)) };
        if (call.Headers["Depth"] != "0")
        {
            responses.AddRange(
                opened.Collection.Objects.Select(item =>
                    CalendarObjectProperties.Response(call, $"calendars/{call.Me.Id}/{uri}", item, given)
                )
            );
        }

        await DavXml.MultistatusAsync(call.Response, responses);
        return null;
    }

    private ObjectCollection? InboxOf(DavCall call) => store.Current.Find(call.Me.Id, "inbox");

    private static XElement Special(DavCall call, string uri, IReadOnlyList<XName> names) =>
        uri switch
        {
            "inbox" => Node(call, "inbox/", CalendarPrivileges.Inbox, [DavNames.Cal + "schedule-inbox"], names),
            "outbox" => Node(call, "outbox/", CalendarPrivileges.Outbox, [DavNames.Cal + "schedule-outbox"], names),
            _ => Node(call, "trashbin/", CalendarPrivileges.Trash, [DavNames.NcCom + "trash-bin"], names),
        };

    private static XElement Node(
        DavCall call,
        string path,
        string[] privileges,
        XName[] types,
        IReadOnlyList<XName> names
    ) =>
        DavXml.Response(
            call.Href($"calendars/{call.Me.Id}/{path}"),
            names,
            name =>
                name == DavNames.ResourceType
                    ? new XElement(
                        name,
                        new XElement(DavNames.D + "collection"),
                        types.Select(type => DavXml.Empty(type))
                    )
                : name == Privileges ? CalendarPrivileges.Of(privileges)
                : name == DavNames.CurrentUserPrincipal
                    ? DavXml.Href(name, call.Href($"principals/users/{call.Me.Id}/"))
                : null
        );

    private static IReadOnlyList<XName> Names(XElement? body) =>
        DavXml.PropNames(body) is { Count: > 0 } names ? names : [DavNames.ResourceType];
}
