namespace Gatehouse.DemoCloud.Dav;

/// <summary>REPORT <c>oc:filter-files</c>, by star and by tags.</summary>
internal static class DavReport
{
    public static async Task<DavError?> HandleAsync(DavRequest request)
    {
        var (root, error) = await DavXml.ReadAsync(request.Context.Request);
        if (error is not null)
        {
            return error;
        }

        if (root?.Name != DavNames.Oc + "filter-files")
        {
            return DavError.Of(415, "ReportNotSupported", "");
        }

        var tree = request.View;
        var properties = new FileProperties(request, tree);
        var names = DavXml.PropNames(root);
        var rules = root.Element(DavNames.Oc + "filter-rules");
        var wantsFavorites = rules?.Element(DavNames.Oc + "favorite")?.Value == "1";
        var tags = rules?.Elements(DavNames.Oc + "systemtag").Select(tag => tag.Value).ToList() ?? [];
        if (!tags.TrueForAll(request.Apps.Tags.Exists))
        {
            return DavError.Of(412, "PreconditionFailed", "Cannot filter by non-existing tag");
        }

        await DavXml.MultistatusAsync(
            request.Context.Response,
            tree.Descendants(request.Path)
                .Where(node =>
                    (wantsFavorites || tags.Count > 0)
                    && (!wantsFavorites || node.Favorite)
                    && tags.TrueForAll(tag => request.Apps.Tags.IsOn(tag, node.Id))
                )
                .Select(node => properties.Response(node, names))
        );
        return null;
    }
}
