using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Principals;

/// <summary>The properties of one person's principal.</summary>
internal sealed class PrincipalProperties(DavCall call, Person person)
{
    public XElement Response(IReadOnlyList<XName> names) =>
        DavXml.Response(call.Href($"principals/users/{person.Id}/"), names, Find);

    private XElement? Find(XName name) =>
        name == DavNames.ResourceType
            ? new XElement(name, new XElement(DavNames.D + "collection"), new XElement(DavNames.D + "principal"))
        : name == DavNames.CurrentUserPrincipal ? DavXml.Href(name, call.Href($"principals/users/{call.Me.Id}/"))
        : name == DavNames.D + "displayname" ? new XElement(name, person.Account.DisplayName)
        : name == DavNames.D + "principal-URL" ? DavXml.Href(name, call.Href($"principals/users/{person.Id}/"))
        : name == DavNames.S + "email-address" ? new XElement(name, person.Account.Email)
        : name == DavNames.Card + "addressbook-home-set"
            ? DavXml.Href(name, call.Href($"addressbooks/users/{person.Id}/"))
        : name.Namespace == DavNames.Cal ? Calendar(name)
        : null;

    private XElement? Calendar(XName name) =>
        name.LocalName switch
        {
            "calendar-home-set" => DavXml.Href(name, call.Href($"calendars/{person.Id}/")),
            "schedule-inbox-URL" => DavXml.Href(name, call.Href($"calendars/{person.Id}/inbox/")),
            "schedule-outbox-URL" => DavXml.Href(name, call.Href($"calendars/{person.Id}/outbox/")),
            "schedule-default-calendar-URL" => DavXml.Href(name, call.Href($"calendars/{person.Id}/personal/")),
            "calendar-user-type" => new XElement(name, "INDIVIDUAL"),
            "calendar-user-address-set" => new XElement(
                name,
                new XElement(DavNames.D + "href", $"mailto:{person.Account.Email}"),
                new XElement(DavNames.D + "href", call.Href($"principals/users/{person.Id}/"))
            ),
            _ => null,
        };
}
