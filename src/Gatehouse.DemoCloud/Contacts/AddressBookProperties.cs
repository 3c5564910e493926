using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Calendars;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>The properties of an address book.</summary>
internal sealed class AddressBookProperties(DavCall call, PersonDirectory people)
{
    private static readonly XName Description = DavNames.Card + "addressbook-description";

    private static readonly (string Type, string Version)[] Formats =
    [
        ("text/vcard", "3.0"),
        ("text/vcard", "4.0"),
        ("application/vcard+json", "4.0"),
    ];

    public XElement Response(OpenedCollection opened, IReadOnlyList<XName> names) =>
        DavXml.Response(call.Href($"addressbooks/users/{call.Me.Id}/{opened.Uri}/"), names, name => Find(opened, name));

    private XElement? Find(OpenedCollection opened, XName name)
    {
        var book = opened.Collection;
        var isRecent = book.Uri == AddressBooks.Recent;
        var isSystem = book.Uri == AddressBooks.System;
        return name == DavNames.ResourceType
                ? new XElement(
                    name,
                    new XElement(DavNames.D + "collection"),
                    new XElement(DavNames.Card + "addressbook")
                )
            : name == CalendarProperties.DisplayName ? new XElement(name, NameOf(opened))
            : name == DavNames.D + "sync-token" ? (isRecent ? null : new XElement(name, book.Token))
            : name == DavNames.Cs + "getctag"
                ? DavXml.Element(name, isRecent ? book.Token : book.SyncToken.ToString(CultureInfo.InvariantCulture))
            : name == DavNames.Card + "supported-address-data" ? SupportedFormats(name)
            : name == Description && isSystem ? new XElement(name, "System address book which holds all accounts")
            : name == DavNames.D + "current-user-privilege-set"
                ? CalendarPrivileges.Of(opened.MayWrite ? CalendarPrivileges.Home : CalendarPrivileges.Readable)
            : name == DavNames.D + "owner" ? DavXml.Href(name, call.Href($"principals/users/{book.Owner}/"))
            : name == DavNames.Oc + "read-only"
                ? (opened.MayWrite && opened.IsOwner ? null : new XElement(name, opened.MayWrite ? "" : "1"))
            : name == DavNames.Oc + "owner-principal"
                ? isSystem ? new XElement(name, "principals/system/system")
                    : opened.IsOwner ? null
                    : new XElement(name, $"principals/users/{book.Owner}")
            : name == DavNames.Oc + "invite" ? CollectionSharing.Invitations(book, people)
            : CalendarProperties.Set(book, name) is { } kept ? DavXml.Element(name, kept)
            : null;
    }

    private string NameOf(OpenedCollection opened)
    {
        var name = CalendarProperties.Set(opened.Collection, CalendarProperties.DisplayName) ?? opened.Collection.Uri;
        return opened.IsOwner ? name : $"{name} ({people.Find(opened.Collection.Owner)?.Account.DisplayName})";
    }

    private static XElement SupportedFormats(XName name) =>
        new(
            name,
            Formats.Select(format => new XElement(
                DavNames.Card + "address-data-type",
                new XAttribute("content-type", format.Type),
                new XAttribute("version", format.Version)
            ))
        );
}
