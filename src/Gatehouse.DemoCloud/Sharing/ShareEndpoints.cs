using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>The share API: list, read, make, change, end.</summary>
internal sealed class ShareEndpoints(Shares shares, ShareWriting writing, ShareNews news, ShareJson json)
{
    private const string Path = "/ocs/{version}/apps/files_sharing/api/v1/shares";

    public void Map(IEndpointRouteBuilder routes, Func<Func<HttpContext, Person, Task>, RequestDelegate> door)
    {
        _ = routes.MapGet(Path, door(ListAsync));
        _ = routes.MapPost(Path, door(CreateAsync));
        _ = routes.MapGet(Path + "/inherited", door(InheritedAsync));
        _ = routes.MapGet(Path + "/{id:long}", door(GetAsync));
        _ = routes.MapPut(Path + "/{id:long}", door(ChangeAsync));
        _ = routes.MapDelete(Path + "/{id:long}", door(EndAsync));
    }

    private Task ListAsync(HttpContext http, Person me)
    {
        var query = http.Request.Query;
        var path = query["path"].ToString();
        var file = path.Length == 0 ? null : Find(me, path);
        if (path.Length > 0 && file is null)
        {
            return RefuseAsync(http, ShareRefusal.WrongPath);
        }

        var isForMe = query["shared_with_me"] == "true";
        var isInside = query["subfiles"] == "true";
        if (isInside && file is { IsFolder: false })
        {
            return RefuseAsync(http, new(400, "Not a directory"));
        }

        var listed = shares.All.Where(share =>
            (isForMe ? share.Places.ContainsKey(me.Id) : IsFrom(me, share, query["reshares"] == "true"))
            && (file is null || (isInside ? IsIn(me, share, file) : share.FileId == file.Id))
        );
        return AnswerAsync(http, me, listed);
    }

    /// <summary>What reaches this file because a folder above it is shared.</summary>
    private Task InheritedAsync(HttpContext http, Person me)
    {
        if (Find(me, http.Request.Query["path"].ToString()) is not { } file)
        {
            return RefuseAsync(http, ShareRefusal.WrongPath);
        }

        var view = shares.ViewOf(me);
        var above = file.Path.Ancestors.Select(view.Find).OfType<FileNode>().ToDictionary(folder => folder.Id);
        var inherited = shares
            .All.Where(share => IsFrom(me, share, withOthers: true) && above.ContainsKey(share.FileId))
            .Select(
                JsonNode (share) =>
                {
                    var one = json.Of(me, share);
                    one["via_fileid"] = share.FileId;
                    one["via_path"] = above[share.FileId].Path.ToString();
                    return one;
                }
            );
        return http.OcsAsync(new JsonArray([.. inherited]));
    }

    private Task GetAsync(HttpContext http, Person me) =>
        Of(http, me) is { } share ? AnswerAsync(http, me, [share]) : RefuseAsync(http, ShareRefusal.WrongId);

    private async Task CreateAsync(HttpContext http, Person me)
    {
        var fields = new ShareFields(await http.JsonBodyAsync());
        await AnswerAsync(http, me, await writing.CreateAsync(me, fields, http.RequestAborted));
    }

    private async Task ChangeAsync(HttpContext http, Person me)
    {
        if (Of(http, me) is not { } share)
        {
            await RefuseAsync(http, ShareRefusal.WrongId);
            return;
        }

        var fields = new ShareFields(await http.JsonBodyAsync());
        await AnswerAsync(http, me, await writing.ChangeAsync(me, share, fields, http.RequestAborted));
    }

    /// <summary>Whoever got it only takes it out of their own home.</summary>
    private async Task EndAsync(HttpContext http, Person me)
    {
        if (Of(http, me) is not { } share)
        {
            await RefuseAsync(http, ShareRefusal.WrongId);
            return;
        }

        var isMine = me.Id == share.Owner || me.Id == share.FileOwner;
        var isDone =
            isMine || share.Kind == ShareKind.User
                ? await shares.EndAsync(share.Id, http.RequestAborted)
                : await LeaveAsync(me, share, http.RequestAborted);
        if (!isDone)
        {
            await RefuseAsync(http, ShareRefusal.WrongId);
            return;
        }

        if (isMine)
        {
            await news.EndedAsync(me, share, http.RequestAborted);
        }

        await http.OcsAsync(new JsonArray());
    }

    private async Task<bool> LeaveAsync(Person me, Share share, CancellationToken cancellationToken)
    {
        var left = await shares.ChangeAsync(
            share.Id,
            now => ShareOutcome.Of(now with { Places = now.Places.Remove(me.Id) }),
            cancellationToken
        );
        return left.Share is not null;
    }

    private Share? Of(HttpContext http, Person me) =>
        long.TryParse(http.Request.RouteValues["id"] as string, CultureInfo.InvariantCulture, out var id)
            ? shares.All.FirstOrDefault(share =>
                share.Id == id && (IsFrom(me, share, withOthers: true) || share.Places.ContainsKey(me.Id))
            )
            : null;

    private static bool IsFrom(Person me, Share share, bool withOthers) =>
        share.Owner == me.Id || (withOthers && share.FileOwner == me.Id);

    private bool IsIn(Person me, Share share, FileNode folder) =>
        shares.ViewOf(me).Find(share.FileId)?.Path.Parent == folder.Path;

    private FileNode? Find(Person me, string path) =>
        FilePath.TryParse(path, out var parsed) ? shares.ViewOf(me).Find(parsed) : null;

    private Task AnswerAsync(HttpContext http, Person me, IEnumerable<Share> listed) =>
        http.OcsAsync(
            new JsonArray([.. listed.OrderBy(share => share.Kind).Select(JsonNode (share) => json.Of(me, share))])
        );

    private Task AnswerAsync(HttpContext http, Person me, ShareOutcome outcome) =>
        outcome.Share is { } share
            ? http.OcsAsync(json.Of(me, share, outcome.IsNew))
            : RefuseAsync(http, outcome.Refusal!);

    private static Task RefuseAsync(HttpContext http, ShareRefusal refusal) =>
        http.OcsAsync(refusal.Status, refusal.Status, refusal.Message);
}
