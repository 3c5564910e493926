using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Sharing;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Comments;

/// <summary><c>/remote.php/dav/comments/files/{file}/{comment}</c>: all who see a file read what is said about it and join in.</summary>
internal sealed class CommentsCollection(
    AppStore<CommentsState> store,
    CommentWriting writing,
    CommentProperties properties,
    Shares shares
) : IDavCollection
{
    public string Segment => "comments";

    public string Features => DavFeatures.Common;

    public async Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken)
    {
        if (call.Method == "PROPFIND")
        {
            call.TellFeatures(this);
        }

        if (call.Names is not ["files", var id, .. var rest] || Find(call.Me, id) is not { } file)
        {
            return DavError.NotFound("Entity does not exist or is not available");
        }

        if (rest is [])
        {
            return call.Method switch
            {
                "POST" => await writing.CreateAsync(call, file, cancellationToken),
                "PROPPATCH" => await writing.MarkReadAsync(call, file, cancellationToken),
                "REPORT" => await ReportAsync(call, file),
                "PROPFIND" => await ListAsync(call, file),
                _ => DavAnswers.Unhandled(call.Method),
            };
        }

        return store.Current.Of(file.Id).FirstOrDefault(one => Text(one.Id) == rest[0]) is not { } comment
            ? DavError.NotFound("")
            : call.Method switch
            {
                "PROPPATCH" => await writing.ChangeAsync(call, comment, cancellationToken),
                "DELETE" => await writing.DeleteAsync(call, comment, cancellationToken),
                _ => DavAnswers.Unhandled(call.Method),
            };
    }

    private FileNode? Find(Person me, string id) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? shares.ViewOf(me).Find(number) : null;

    private async Task<DavError?> ReportAsync(DavCall call, FileNode file)
    {
        var (body, error) = await DavXml.ReadAsync(call.Context.Request);
        if (error is not null)
        {
            return error;
        }

        if (body?.Name != DavNames.Oc + "filter-comments")
        {
            return DavError.Of(415, "ReportNotSupported", "");
        }

        var comments = store
            .Current.Of(file.Id)
            .Skip(Number(body, "offset") ?? 0)
            .Take(Number(body, "limit") ?? int.MaxValue);
        await DavXml.MultistatusAsync(call.Response, comments.Select(one => Response(call, one, isReport: true)));
        return null;
    }

    private async Task<DavError?> ListAsync(DavCall call, FileNode file)
    {
        var until = store.Current.ReadUntil(file.Id, call.Me.Id);
        var holder = DavXml.Response(
            DavHref.Encode($"{call.Root}/files/{file.Id}/"),
            [DavNames.ResourceType, DavNames.Oc + "readMarker"],
            name =>
                name == DavNames.ResourceType ? new XElement(name, new XElement(DavNames.D + "collection"))
                : until is { } time ? new XElement(name, CommentProperties.TimeOf(time))
                : null
        );
        var comments = call.Headers["Depth"] == "0" ? [] : store.Current.Of(file.Id);
        await DavXml.MultistatusAsync(
            call.Response,
            comments.Select(one => Response(call, one, isReport: false)).Prepend(holder)
        );
        return null;
    }

    private XElement Response(DavCall call, Comment comment, bool isReport) =>
        properties.Response(
            DavHref.Encode($"{call.Root}/files/{comment.FileId}/{comment.Id}"),
            comment,
            store.Current,
            call.Me,
            isReport
        );

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(XElement body, string name) =>
        int.TryParse(body.Element(DavNames.Oc + name)?.Value, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
