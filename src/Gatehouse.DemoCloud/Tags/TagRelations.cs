using System.Globalization;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Sharing;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Tags;

/// <summary><c>/remote.php/dav/systemtags-relations/files/{file}/{tag}</c>: which tags a file has.</summary>
internal sealed class TagRelations(AppStore<TagsState> store, Shares shares) : IDavCollection
{
    public string Segment => "systemtags-relations";

    public string Features => DavFeatures.Common;

    public async Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken)
    {
        if (call.Method == "PROPFIND")
        {
            call.TellFeatures(this);
        }

        if (call.Names is not ["files", var id, .. var rest] || Find(call.Me, id) is not { } file)
        {
            return DavError.NotFound("");
        }

        return (call.Method, rest) switch
        {
            ("PROPFIND", []) => await ListAsync(call, file),
            ("PUT", [var tag]) => await AssignAsync(call, file, tag, cancellationToken),
            ("DELETE", [var tag]) => await UnassignAsync(call, file, tag, cancellationToken),
            _ => DavAnswers.Unhandled(call.Method),
        };
    }

    private FileNode? Find(Person me, string id) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? shares.ViewOf(me).Find(number) : null;

    private async Task<DavError?> ListAsync(DavCall call, FileNode file)
    {
        var (body, error) = await DavXml.ReadAsync(call.Context.Request);
        if (error is not null)
        {
            return error;
        }

        var names = DavXml.PropNames(body);
        var root = string.Create(CultureInfo.InvariantCulture, $"{call.Root}/files/{file.Id}");
        await DavXml.MultistatusAsync(
            call.Response,
            store
                .Current.Of(file.Id)
                .Select(tag => TagProperties.Response(DavHref.Encode($"{root}/{tag.Id}"), tag, names))
                .Prepend(TagProperties.Holder(DavHref.Encode(root + "/"), names))
        );
        return null;
    }

    private async Task<DavError?> AssignAsync(
        DavCall call,
        FileNode file,
        string id,
        CancellationToken cancellationToken
    )
    {
        if (!MayTag(call.Me, file))
        {
            return DavError.Forbidden("");
        }

        var error = await store.ChangeAsync(
            state =>
                state.Find(id) is not { } tag
                    ? (null, DavError.Of(412, "PreconditionFailed", $"Tag with id {id} does not exist, cannot assign"))
                : state.Files.Contains(new TaggedFile(file.Id, tag.Id))
                    ? (null, DavError.Conflict("PUT is not allowed on non-files."))
                : (state with { Files = state.Files.Add(new TaggedFile(file.Id, tag.Id)) }, (DavError?)null),
            cancellationToken
        );
        if (error is null)
        {
            await call.Response.EmptyAsync(StatusCodes.Status201Created);
        }

        return error;
    }

    private async Task<DavError?> UnassignAsync(
        DavCall call,
        FileNode file,
        string id,
        CancellationToken cancellationToken
    )
    {
        if (!MayTag(call.Me, file))
        {
            return DavError.Forbidden("");
        }

        var isDone = await store.ChangeAsync(
            state =>
                state.Find(id) is { } tag && state.Files.Contains(new TaggedFile(file.Id, tag.Id))
                    ? (state with { Files = state.Files.Remove(new TaggedFile(file.Id, tag.Id)) }, true)
                    : (null, false),
            cancellationToken
        );
        if (!isDone)
        {
            return DavError.NotFound($"Tag with id {id} not present on object {file.Id}");
        }

        await call.Response.DoneAsync(created: false);
        return null;
    }

    private bool MayTag(Person me, FileNode file) => shares.Locate(me, file.Path).Allows(ShareRights.Update);
}
