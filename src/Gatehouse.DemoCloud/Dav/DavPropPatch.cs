using System.Xml.Linq;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>PROPPATCH: the star, and dead properties of other namespaces. Everything the server keeps itself is refused.</summary>
internal static class DavPropPatch
{
    private static readonly XName Favorite = DavNames.Oc + "favorite";

    public static async Task<DavError?> HandleAsync(DavRequest request)
    {
        var (root, error) = await DavXml.ReadAsync(request.Context.Request);
        if (error is not null)
        {
            return error;
        }

        var changes = Changes(root);
        var isRefused = changes.Exists(change => IsProtected(change.Name));
        var node = await request.Home.ChangeAsync(
            tree =>
                tree.Find(request.Path) is not { } found ? new Changed<FileNode?>(null, null)
                : isRefused ? new Changed<FileNode?>(null, found)
                : new Changed<FileNode?>(
                    tree.With(Apply(found, changes, request.Home.Stamps), request.Home.Stamps),
                    found
                ),
            request.Aborted
        );
        if (node is null)
        {
            return request.NotFound();
        }

        var response = new XElement(
            DavNames.D + "response",
            new XElement(DavNames.D + "href", request.Place.Href(node)),
            changes
                .GroupBy(change => Status(change.Name, isRefused), StringComparer.Ordinal)
                .Select(group => DavXml.PropStat(group.Select(change => DavXml.Empty(change.Name)), group.Key))
        );
        request.Context.Response.Headers.Vary = "Brief,Prefer";
        await DavXml.MultistatusAsync(request.Context.Response, [response]);
        return null;
    }

    private static List<(XName Name, string? Value)> Changes(XElement? root)
    {
        var changes = new List<(XName, string?)>();
        foreach (var step in root?.Elements() ?? [])
        {
            var isSet = step.Name == DavNames.D + "set";
            changes.AddRange(
                step.Elements(DavNames.D + "prop").Elements().Select(prop => (prop.Name, isSet ? prop.Value : null))
            );
        }

        return changes;
    }

    private static FileNode Apply(FileNode node, List<(XName Name, string? Value)> changes, FileStamps stamps) =>
        changes.Aggregate(
            node with
            {
                Changed = stamps.Now,
            },
            (changed, change) =>
                change.Name == Favorite
                    ? changed with
                    {
                        Favorite = change.Value is not (null or "" or "0" or "false"),
                    }
                    : changed with
                    {
                        Properties = change.Value is null
                            ? changed.Properties.Remove(change.Name.ToString())
                            : changed.Properties.SetItem(change.Name.ToString(), change.Value),
                    }
        );

    private static string Status(XName name, bool isRefused) =>
        !isRefused ? "200 OK"
        : IsProtected(name) ? "403 Forbidden"
        : "424 Failed Dependency";

    private static bool IsProtected(XName name) =>
        name != Favorite
        && (
            name.Namespace == DavNames.D
            || name.Namespace == DavNames.Oc
            || name.Namespace == DavNames.Nc
            || name.Namespace == DavNames.Ocs
        );
}
