using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Trash;

/// <summary><c>trashbin/USER/trash</c>: what was deleted. MOVE to <c>trashbin/USER/restore</c> brings back, DELETE is final.</summary>
internal sealed class TrashCollection : IDavCollection
{
    /// <summary>Nextcloud restores nothing that would leave less than this below the quota.</summary>
    private const long SafetyMargin = 64 * 1024;

    public string Segment => "trashbin";

    public string Features => DavFeatures.Common;

    public Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken) =>
        (call.Method, call.Names) switch
        {
            (_, [var user, ..]) when user != call.Me.Id => Task.FromResult<DavError?>(DavError.Forbidden("")),
            ("PROPFIND", [_, "trash"]) => PropFindAsync(call),
            ("DELETE", [_, "trash"]) => DeleteAsync(call, null, cancellationToken),
            (_, [_, "trash", var name]) when Find(call.Me.Home.Tree, name) is null => Task.FromResult<DavError?>(Gone),
            ("DELETE", [_, "trash", var name]) => DeleteAsync(call, name, cancellationToken),
            ("MOVE", [_, "trash", var name]) => RestoreAsync(call, name, cancellationToken),
            _ => DavAnswers.NotImplementedAsync(call.Method),
        };

    private static DavError Gone { get; } = DavError.NotFound("");

    private static TrashedFile? Find(FileTree tree, string name) => tree.Trash.Find(one => one.Name == name);

    private async Task<DavError?> PropFindAsync(DavCall call)
    {
        var (root, error) = await DavXml.ReadAsync(call.Context.Request);
        if (error is not null)
        {
            return error;
        }

        call.TellFeatures(this);
        var names = DavXml.PropNames(root);
        var deleted = call.Headers["Depth"] == "0" ? [] : call.Me.Home.Tree.Trash.Reverse();
        await DavXml.MultistatusAsync(
            call.Response,
            deleted
                .Select(one => TrashProperties.Response(call, one, names))
                .Prepend(DavXml.Collection(call.Href($"trashbin/{call.Me.Id}/trash/"), names))
        );
        return null;
    }

    /// <summary>Deletes one thing for good, or without a name all of them.</summary>
    private static async Task<DavError?> DeleteAsync(DavCall call, string? name, CancellationToken cancellationToken)
    {
        _ = await call.Me.Home.ChangeAsync(
            tree => new Changed<bool>(tree.Purge(tree.Trash.Where(one => name is null || one.Name == name)), true),
            cancellationToken
        );
        await call.Response.DoneAsync(created: false);
        return null;
    }

    private static async Task<DavError?> RestoreAsync(DavCall call, string name, CancellationToken cancellationToken)
    {
        switch (DavDestination.Of(call.Context.Request))
        {
            case null:
                return DavDestination.Missing(call.Context.Request);
            case ["trashbin", var user, "restore", _] when user == call.Me.Id:
                break;
            default:
                return DavError.Forbidden("");
        }

        var home = call.Me.Home;
        var restored = await home.ChangeAsync(
            tree =>
                Find(tree, name) is not { } deleted ? new Changed<bool?>(null, null)
                : call.Me.Account.QuotaBytes is { } quota && quota - tree.Used - deleted.Size < SafetyMargin
                    ? new Changed<bool?>(null, false)
                : new Changed<bool?>(tree.Restore(deleted, home.Stamps), true),
            cancellationToken
        );
        if (restored is not { } isRestored)
        {
            return Gone;
        }

        // The real one says no more than that, either.
        await (isRestored ? call.Response.DoneAsync(created: true) : call.Response.EmptyAsync(507));
        return null;
    }
}
