using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Sharing;

namespace Gatehouse.DemoCloud.Files;

/// <summary>Files: their routes are WebDAV's, their names can be searched.</summary>
internal sealed class FilesApp(Shares shares) : IDemoApp, IDemoSearch
{
    private const string Says = """
        {"$comment":"\"blacklisted_files\" is deprecated as of Nextcloud 30, use \"forbidden_filenames\" instead",
         "blacklisted_files":[".htaccess"],"forbidden_filenames":[".htaccess"],"forbidden_filename_basenames":[],
         "forbidden_filename_characters":["\\","/"],"forbidden_filename_extensions":[".filepart",".part"],
         "bigfilechunking":true,"chunked_upload":{"max_size":104857600,"max_parallel_count":5},"file_conversions":[],"windows_compatible_filenames":false,
         "comments":false}
        """;

    public string Id => "files";

    public string AppId => "files";

    public string Name => "Files";

    public int Order => -5;

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["files"] = JsonNode.Parse(Says);
        }
    }

    public void Map(IEndpointRouteBuilder routes) { }

    /// <summary>A page has a cursor even when nothing follows; the end is an empty page.</summary>
    public Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken)
    {
        var found = shares
            .ViewOf(me)
            .All.Where(node =>
                !node.Path.IsRoot && node.Path.Name.Contains(query.Term, StringComparison.OrdinalIgnoreCase)
            )
            .OrderBy(node => node.Id)
            .Skip(query.Cursor)
            .Take(query.Limit)
            .Select(node => Hit(node, query.Url));
        return Task.FromResult(new DemoSearchAnswer(Name, found, query.Cursor + query.Limit));
    }

    private static DemoSearchHit Hit(FileNode node, string url) =>
        new(node.Path.Name, node.Path.Parent.IsRoot ? "" : $"in {node.Path.Parent.Value}", $"{url}/f/{node.Id}")
        {
            Thumbnail = node.IsFolder ? "" : $"{url}/core/preview?x=32&y=32&fileId={node.Id}",
            Icon = node.IsFolder ? "icon-folder" : "/apps/theming/img/core/filetypes/text.svg?v=8924fe71",
            Attributes = new JsonObject
            {
                ["fileId"] = node.Id.ToString(CultureInfo.InvariantCulture),
                ["path"] = node.Path.ToString(),
            },
        };
}
