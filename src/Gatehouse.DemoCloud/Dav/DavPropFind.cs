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

        request.TellFeatures();
        var tree = request.View;
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

    /// <summary>The root and somebody else's home: a bare collection that knows who asks.</summary>
    public static async Task<DavError?> OutsideAsync(DavRequest request, PersonDirectory people)
    {
        var place = request.Place;
        var (root, error) = await DavXml.ReadAsync(request.Context.Request);
        if (error is not null)
        {
            return error;
        }

        request.TellFeatures();
        if (place.Kind != DavPlaceKind.Root && people.Find(place.User) is null)
        {
            return DavError.NotFound($"Principal with name {place.User} not found");
        }

        if (!place.Path.IsRoot)
        {
            return DavError.NotFound($"File not found: {place.Path.Value.Split('/')[0]} in '{place.User}'");
        }

        var names = DavXml.PropNames(root);
        await DavXml.MultistatusAsync(
            request.Context.Response,
            [
                DavXml.Response(
                    DavHref.Encode(place.Root + "/"),
                    names.Count == 0 ? [DavNames.ResourceType] : names,
                    name => Outside(request, name)
                ),
            ]
        );
        return null;
    }

    private static XElement? Outside(DavRequest request, XName name) =>
        name == DavNames.CurrentUserPrincipal
            ? DavXml.Href(
                name,
                DavHref.Encode($"{request.Context.Request.PathBase}/remote.php/dav/principals/users/{request.Me.Id}/")
            )
        : name == DavNames.ResourceType ? new XElement(name, new XElement(DavNames.D + "collection"))
        : null;
}
