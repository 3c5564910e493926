using System.Xml.Linq;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>PROPFIND with depth 0, 1 or infinity.</summary>
internal static class DavPropFind
{
    public static async Task<DavError?> HandleAsync(DavRequest request)
    {
        var (root, error) = await DavXml.ReadAsync(request.Context.Request);
        if (error is not null)
        {
            return error;
        }

        DavEndpoint.TellFeatures(request.Context, request.Place);
        request.Context.Response.Headers.Vary = "Brief,Prefer";
        var tree = request.Tree;
        if (tree.Find(request.Path) is not { } node)
        {
            return request.NotFound();
        }

        var inside = request.Headers["Depth"].ToString() switch
        {
            "0" => [],
            "infinity" => tree.Descendants(request.Path),
            _ => tree.Children(request.Path),
        };
        var names = DavXml.PropNames(root);
        var properties = new FileProperties(request, tree);
        await DavXml.MultistatusAsync(
            request.Context.Response,
            inside.Prepend(node).Select(one => properties.Response(one, names))
        );
        return null;
    }

    /// <summary>The root, a principal and somebody else's home: a bare collection that knows who asks.</summary>
    public static async Task<DavError?> OutsideAsync(DavRequest request, PersonDirectory people)
    {
        var place = request.Place;
        var (root, error) = await DavXml.ReadAsync(request.Context.Request);
        if (error is not null)
        {
            return error;
        }

        DavEndpoint.TellFeatures(request.Context, place);
        request.Context.Response.Headers.Vary = "Brief,Prefer";
        if (place.Kind != DavPlaceKind.Root && people.Find(place.User) is null)
        {
            return DavError.NotFound($"Principal with name {place.User} not found");
        }

        if (!place.Path.IsRoot)
        {
            return DavError.NotFound($"File not found: {place.Path.Value.Split('/')[0]} in '{place.User}'");
        }

        var names = DavXml.PropNames(root);
        names = names.Count == 0 ? [DavNames.ResourceType] : names;
        var found = names.Select(name => Outside(request, people, name)).OfType<XElement>().ToList();
        var missing = names.Where(name => found.TrueForAll(one => one.Name != name)).ToList();
        await DavXml.MultistatusAsync(
            request.Context.Response,
            [DavXml.Response(DavHref.Encode(place.Root + "/"), found, missing)]
        );
        return null;
    }

    private static XElement? Outside(DavRequest request, PersonDirectory people, XName name)
    {
        var isPrincipal = request.Place.Kind == DavPlaceKind.Principal;
        return name == DavNames.CurrentUserPrincipal
                ? new XElement(name, new XElement(DavNames.D + "href", Principal(request, request.Me.Id)))
            : name == DavNames.ResourceType
                ? new XElement(
                    name,
                    new XElement(DavNames.D + "collection"),
                    isPrincipal ? new XElement(DavNames.D + "principal") : null
                )
            : isPrincipal && name == DavNames.D + "displayname"
                ? new XElement(name, people.Find(request.Place.User)!.Account.DisplayName)
            : isPrincipal && name == DavNames.D + "principal-URL"
                ? new XElement(name, new XElement(DavNames.D + "href", Principal(request, request.Place.User)))
            : null;
    }

    private static string Principal(DavRequest request, string user) =>
        DavHref.Encode($"{request.Context.Request.PathBase}/remote.php/dav/principals/users/{user}/");
}
