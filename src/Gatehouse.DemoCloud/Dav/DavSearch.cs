using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>SEARCH with a <c>d:basicsearch</c> (RFC 5323), and its limit as Nextcloud extends it.</summary>
internal static class DavSearch
{
    private const string ContentType = "application/xml; charset=\"utf-8\"";

    public static async Task<DavError?> HandleAsync(DavRequest request)
    {
        var (root, error) = await DavXml.ReadAsync(request.Context.Request);
        if (error is not null)
        {
            return error;
        }

        var tree = request.View;
        var search = root?.Element(DavNames.D + "basicsearch");
        var condition = SearchCondition.Parse(search?.Element(DavNames.D + "where"), tree);
        if (search is null || condition.HasUnknownOperator)
        {
            return new DavError(
                500,
                "TypeError",
                "A type error occurred. For more details, please refer to the logs, which provide additional context about the type error."
            );
        }

        if (Scope(search, request, tree) is not { IsFolder: true } scope)
        {
            return new DavError(500, "InvalidArgumentException", "Search is only supported on directories");
        }

        if (condition.HasUnknownProperty)
        {
            await request.Context.Response.TextAsync(
                StatusCodes.Status400BadRequest,
                ContentType,
                "requested search property is not a valid property for this scope"
            );
            return null;
        }

        var names = DavXml.PropNames(search.Element(DavNames.D + "select"));
        var files = InFiles(request);
        var properties = new FileProperties(files, tree);
        var matches = Ordered(search, condition, tree.Descendants(scope.Path).Where(condition.Test));
        await DavXml.MultistatusAsync(
            request.Context.Response,
            Limited(search, matches).Select(node => properties.Response(node, names)),
            ContentType
        );
        return null;
    }

    private static FileNode? Scope(XElement search, DavRequest request, FileTree tree)
    {
        var href =
            search.Element(DavNames.D + "from")?.Element(DavNames.D + "scope")?.Element(DavNames.D + "href")?.Value
            ?? "";
        var path = Uri.UnescapeDataString(href.Trim('/')).Split('/');
        return
            path is ["files", var user, .. var names]
            && user == request.Me.Id
            && FilePath.TryParse(string.Join('/', names), out var inside)
            ? tree.Find(inside)
            : null;
    }

    /// <summary>Matches are named by their place below <c>files</c>, wherever the search was sent.</summary>
    private static DavRequest InFiles(DavRequest request) =>
        request with
        {
            Place = new DavPlace(
                DavPlaceKind.OwnHome,
                $"{request.Context.Request.PathBase}/remote.php/dav/files/{request.Me.Id}",
                request.Me.Id,
                FilePath.Root
            ),
        };

    private static IEnumerable<FileNode> Ordered(
        XElement search,
        SearchCondition condition,
        IEnumerable<FileNode> nodes
    )
    {
        var ordered = nodes.OrderBy(_ => 0);
        foreach (var order in search.Element(DavNames.D + "orderby")?.Elements(DavNames.D + "order") ?? [])
        {
            var name = order.Element(DavNames.D + "prop")?.Elements().FirstOrDefault()?.Name;
            if (condition.Value(name) is { } key)
            {
                ordered = order.Element(DavNames.D + "descending") is not null
                    ? ordered.ThenByDescending(key)
                    : ordered.ThenBy(key);
            }
        }

        return ordered.ThenBy(node => node.Id);
    }

    private static IEnumerable<FileNode> Limited(XElement search, IEnumerable<FileNode> nodes)
    {
        var limit = search.Element(DavNames.D + "limit");
        var first = Number(limit?.Element(DavNames.Nc + "firstresult")) ?? 0;
        return nodes.Skip(first).Take(Number(limit?.Element(DavNames.D + "nresults")) ?? int.MaxValue);
    }

    private static int? Number(XElement? element) =>
        int.TryParse(element?.Value, CultureInfo.InvariantCulture, out var number) ? number : null;
}
