using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>PROPFIND in a home of address books.</summary>
internal sealed class AddressBookHome(AddressBooks books, PersonDirectory people)
{
    public async Task<DavError?> ListAsync(DavCall call, XElement? body)
    {
        var names = Names(body);
        var properties = new AddressBookProperties(call, people);
        var home = DavXml.Response(
            call.Href($"addressbooks/users/{call.Me.Id}/"),
            names,
            name =>
                name == DavNames.ResourceType ? new XElement(name, new XElement(DavNames.D + "collection"))
                : name == DavNames.CurrentUserPrincipal
                    ? DavXml.Href(name, call.Href($"principals/users/{call.Me.Id}/"))
                : null
        );
        var inside =
            call.Headers["Depth"] == "0" ? [] : books.HomeOf(call.Me).Select(one => properties.Response(one, names));
        await DavXml.MultistatusAsync(call.Response, inside.Prepend(home));
        return null;
    }

    public async Task<DavError?> ListBookAsync(DavCall call, XElement? body, string uri)
    {
        if (books.Open(call.Me, uri) is not { } opened)
        {
            return DavError.NotFound($"Addressbook with name '{uri}' could not be found");
        }

        var given = DavXml.PropNames(body);
        var self = new AddressBookProperties(call, people).Response(opened, Names(body));
        var cards =
            call.Headers["Depth"] == "0"
                ? []
                : opened.Collection.Objects.Select(item =>
                    CardProperties.Response(call, $"addressbooks/users/{call.Me.Id}/{uri}", item, given)
                );
        await DavXml.MultistatusAsync(call.Response, cards.Prepend(self));
        return null;
    }

    private static IReadOnlyList<XName> Names(XElement? body) =>
        DavXml.PropNames(body) is { Count: > 0 } names ? names : [DavNames.ResourceType];
}
