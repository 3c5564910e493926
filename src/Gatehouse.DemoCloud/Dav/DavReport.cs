namespace Gatehouse.DemoCloud.Dav;

/// <summary>REPORT <c>oc:filter-files</c>, by star only.</summary>
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

        var tree = request.Tree;
        var properties = new FileProperties(request, tree);
        var names = DavXml.PropNames(root);
        var wantsFavorites =
            root.Element(DavNames.Oc + "filter-rules")?.Element(DavNames.Oc + "favorite")?.Value == "1";
        await DavXml.MultistatusAsync(
            request.Context.Response,
            tree.Descendants(request.Path)
                .Where(node => wantsFavorites && node.Favorite)
                .Select(node => properties.Response(node, names))
        );
        return null;
    }
}
