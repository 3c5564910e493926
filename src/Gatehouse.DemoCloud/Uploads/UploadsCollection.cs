using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Uploads;

/// <summary>Chunked uploads: a folder for each, its chunks, and <c>.file</c>, which is all of them together and moves to where it belongs.</summary>
internal sealed class UploadsCollection(Instance instance, DemoCloudFaults faults, DemoApps apps) : IDavCollection
{
    private const string Whole = ".file";

    public string Segment => "uploads";

    public string Features => DavFeatures.Common;

    public Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken) =>
        (call.Method, call.Names) switch
        {
            (_, [var user, ..]) when user != call.Me.Id => Task.FromResult<DavError?>(DavError.Forbidden("")),
            (var method, [_, var name, ..]) when method != "MKCOL" && Find(call, name) is not { IsFolder: true } =>
                Task.FromResult<DavError?>(Missing(name)),
            ("MKCOL", [_, var name]) => CreateAsync(call, name, cancellationToken),
            ("PROPFIND", [_, var name]) => PropFindAsync(call, Find(call, name)!),
            ("DELETE", [_, var name]) => DeleteAsync(call, name, cancellationToken),
            ("PUT", [_, var name, var chunk]) => PutAsync(call, FilePath.Parse(name).Child(chunk), cancellationToken),
            ("MOVE", [_, var name, Whole]) => AssembleAsync(call, Find(call, name)!),
            ("GET" or "HEAD", [_, _, _]) => Task.FromResult<DavError?>(
                DavError.Of(405, "MethodNotAllowed", "Reading intermediate uploads is not allowed")
            ),
            _ => DavAnswers.NotImplementedAsync(call.Method),
        };

    private Task<DavError?> AssembleAsync(DavCall call, FileNode upload)
    {
        var http = call.Context.Request;
        var path = DavDestination.Of(http) is { } names ? $"/remote.php/dav/{string.Join('/', names)}" : null;
        return path is null ? Task.FromResult<DavError?>(DavDestination.Missing(http))
            : DavPlace.Of(http.PathBase, path, call.Me) is { Kind: DavPlaceKind.OwnHome } place
                ? UploadAssembly.RunAsync(
                    call,
                    upload,
                    new DavRequest(call.Context, call.Me, place, instance, faults, apps)
                )
            : Task.FromResult<DavError?>(DavError.Forbidden("An upload belongs into the files of who sent it"));
    }

    private static FileNode? Find(DavCall call, string name) => call.Me.Uploads.Tree.Find(FilePath.Parse(name));

    private static DavError Missing(string name) => DavError.NotFound($"File with name //{name} could not be located");

    private static async Task<DavError?> CreateAsync(DavCall call, string name, CancellationToken cancellationToken)
    {
        var (path, stamps) = (FilePath.Parse(name), call.Me.Uploads.Stamps);
        var isMade = await call.Me.Uploads.ChangeAsync(
            tree =>
                tree.Find(path) is null
                    ? new Changed<bool>(tree.With(stamps.NewFolder(path), stamps), true)
                    : new Changed<bool>(null, false),
            cancellationToken
        );
        if (!isMade)
        {
            return DavError.Of(405, "MethodNotAllowed", "The resource you tried to create already exists") with
            {
                Allow = DavAnswers.Methods,
            };
        }

        await call.Response.DoneAsync(created: true);
        return null;
    }

    private static async Task<DavError?> PutAsync(DavCall call, FilePath chunk, CancellationToken cancellationToken)
    {
        var (me, uploads) = (call.Me, call.Me.Uploads);
        var available = me.Account.QuotaBytes is { } quota ? Math.Max(quota - me.Home.Tree.Used, 0) : long.MaxValue;
        var announced = Math.Max(TotalLength(call) ?? 0, call.Context.Request.ContentLength ?? 0);
        if (announced > available)
        {
            return DavError.InsufficientStorage("/", announced, available);
        }

        if (
            await uploads.Contents.WriteAsync(call.Context.Request.Body, available, cancellationToken)
            is not { } content
        )
        {
            return DavError.InsufficientStorage("/", available + 1, available);
        }

        var isNew = await uploads.ChangeAsync(
            tree =>
                // It may have been given up while the chunk came.
                tree.Find(chunk.Parent)
                    is null
                    ? new Changed<bool?>(null, null)
                    : new Changed<bool?>(
                        tree.With(uploads.Stamps.Written(null, chunk, content, null), uploads.Stamps),
                        tree.Find(chunk) is null
                    ),
            cancellationToken
        );
        if (isNew is not { } created)
        {
            uploads.Contents.Delete([content.Blob]);
            return Missing(chunk.Parent.Value);
        }

        await call.Response.DoneAsync(created);
        return null;
    }

    /// <summary>The size the whole file will have, as the client says.</summary>
    public static long? TotalLength(DavCall call) =>
        long.TryParse(call.Headers["OC-Total-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : null;

    private static async Task<DavError?> DeleteAsync(DavCall call, string name, CancellationToken cancellationToken)
    {
        var uploads = call.Me.Uploads;
        _ = await uploads.ChangeAsync(
            tree => new Changed<bool>(tree.Without(FilePath.Parse(name), uploads.Stamps), true),
            cancellationToken
        );
        await call.Response.DoneAsync(created: false);
        return null;
    }

    private async Task<DavError?> PropFindAsync(DavCall call, FileNode upload)
    {
        var (root, error) = await DavXml.ReadAsync(call.Context.Request);
        if (error is not null)
        {
            return error;
        }

        call.TellFeatures(this);
        var tree = call.Me.Uploads.Tree;
        var whole = upload with { Path = upload.Path.Child(Whole), Blob = "", Size = tree.SizeOf(upload) };
        FileNode[] inside = call.Headers["Depth"] == "0" ? [] : [whole, .. tree.Children(upload.Path)];
        var names = DavXml.PropNames(root);
        await DavXml.MultistatusAsync(
            call.Response,
            inside.Prepend(upload).Select(node => Response(call, node, names))
        );
        return null;
    }

    private static XElement Response(DavCall call, FileNode node, IReadOnlyList<XName> names)
    {
        if (names.Count == 0)
        {
            names = node.IsFolder ? [DavNames.D + "getlastmodified", DavNames.ResourceType] : StoredBytes.Usual;
        }

        var href = call.Href($"uploads/{call.Me.Id}{node.Path}{(node.IsFolder ? "/" : "")}");
        return DavXml.Response(
            href,
            names,
            name =>
                name == DavNames.ResourceType && node.IsFolder
                    ? new XElement(name, new XElement(DavNames.D + "collection"))
                : node.IsFolder && name != DavNames.D + "getlastmodified" ? null
                : StoredBytes.Find(name, node.Modified, node.Size, $"\"{node.ETag}\"", ContentTypes.Of(""))
        );
    }
}
