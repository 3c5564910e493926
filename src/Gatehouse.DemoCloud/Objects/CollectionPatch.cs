using System.Xml.Linq;
using Gatehouse.DemoCloud.Calendars;
using Gatehouse.DemoCloud.Dav;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>PROPPATCH of a calendar or an address book. One who only sees it is answered the same, and nothing changes for the owner.</summary>
internal sealed class CollectionPatch(ObjectStore store, IObjectFormat format)
{
    public async Task<DavError?> HandleAsync(
        DavCall call,
        XElement? body,
        string uri,
        string path,
        CancellationToken cancellationToken
    )
    {
        var set = (body?.Elements(DavNames.D + "set") ?? []).Elements(DavNames.D + "prop").Elements().ToList();
        var removed = (body?.Elements(DavNames.D + "remove") ?? [])
            .Elements(DavNames.D + "prop")
            .Elements()
            .Select(one => one.Name)
            .ToList();
        var isKnown = await store.ChangeAsync(
            state =>
            {
                if (state.Open(call.Me.Id, uri) is not { } opened)
                {
                    return new Step<bool>(null, false);
                }

                var changed = Set(opened.Collection, set);
                changed = changed with
                {
                    Properties = changed.Properties.RemoveRange(removed.Select(name => name.ToString())),
                };
                return new Step<bool>(opened.IsOwner ? state.With(changed) : null, true);
            },
            cancellationToken
        );
        if (!isKnown)
        {
            return format.NoCollection(uri, isForeign: true);
        }

        call.Response.Headers.Vary = "Brief,Prefer";
        await DavXml.MultistatusAsync(
            call.Response,
            [
                new XElement(
                    DavNames.D + "response",
                    new XElement(DavNames.D + "href", call.Href(path)),
                    DavXml.PropStat(set.Select(one => one.Name).Concat(removed).Select(DavXml.Empty), "200 OK")
                ),
            ]
        );
        return null;
    }

    public static ObjectCollection Set(ObjectCollection calendar, IEnumerable<XElement> properties) =>
        calendar with
        {
            Properties = calendar.Properties.SetItems(
                properties.Select(one => KeyValuePair.Create(one.Name.ToString(), ValueOf(one)))
            ),
        };

    private static string ValueOf(XElement property) =>
        property.Name == CalendarProperties.Transparency
            ? property.Elements().FirstOrDefault()?.Name.LocalName ?? "opaque"
            : property.Value.Trim();
}
