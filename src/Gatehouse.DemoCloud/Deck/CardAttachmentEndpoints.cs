using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Sharing;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>Attachments of cards: files of people, shared with the card to be read. An attachment has the id of its share.</summary>
internal sealed class CardAttachmentEndpoints(Shares shares, DemoAppContext context)
{
    private const string All = CardEndpoints.One + "/attachments";
    private const string One = All + "/file/{attachment:long}";

    public void Map(IEndpointRouteBuilder routes, DeckDoor door)
    {
        _ = routes.MapGet(All, door.Read(List));
        _ = routes.MapPost(All, door.Open(UploadAsync));
        _ = routes.MapGet(One, door.Open(DownloadAsync));
        _ = routes.MapDelete(One, door.Open(DetachAsync));
    }

    private DeckAnswer List(DeckCall call) =>
        call.Card(_ => true) is { } card
            ? DeckAnswer.Ok(new JsonArray([.. shares.OfCard(card.Id).Select(JsonNode (share) => Json(call.Me, share))]))
            : DeckAnswer.Denied;

    /// <summary>What is uploaded lies in the person's folder for it.</summary>
    private async Task<DeckAnswer?> UploadAsync(DeckCall call)
    {
        var form = await call.Context.Request.ReadFormAsync(call.Context.RequestAborted);
        if (call.Card(member => member.Edit) is not { } card || form.Files["file"] is not { } file)
        {
            return DeckAnswer.Denied;
        }

        await using var bytes = file.OpenReadStream();
        var node = await PutAsync(call.Me.Home, file.FileName, bytes, call.Context.RequestAborted);
        var share = new Share
        {
            Id = 0,
            Kind = ShareKind.DeckCard,
            Owner = call.Me.Id,
            FileOwner = call.Me.Id,
            FileId = node.Id,
            With = card.Id.ToString(CultureInfo.InvariantCulture),
            Rights = ShareRights.Read,
            Created = call.Time,
        };
        var made = await shares.AddAsync(() => ShareOutcome.Made(share), call.Context.RequestAborted);
        return DeckAnswer.Ok(Json(call.Me, made.Share!));
    }

    private async Task<DeckAnswer?> DownloadAsync(DeckCall call)
    {
        var opened = Find(call, _ => true) is { } share
            ? context.People.Find(share.FileOwner)!.Home.Open(share.FileId)
            : null;
        if (opened is null)
        {
            return DeckAnswer.Denied;
        }

        await using (opened)
        {
            var type = opened.Node.ContentType;
            var response = call.Context.Response;
            response.ContentType = type.StartsWith("text/", StringComparison.Ordinal) ? $"{type};charset=UTF-8" : type;
            response.Headers.ContentDisposition = $"attachment; filename=\"{opened.Node.Path.Name}\"";
            await opened.Bytes.CopyToAsync(response.Body, call.Context.RequestAborted);
            return null;
        }
    }

    /// <summary>The file stays where it is.</summary>
    private async Task<DeckAnswer?> DetachAsync(DeckCall call)
    {
        if (Find(call, member => member.Edit) is not { } share)
        {
            return DeckAnswer.Denied;
        }

        var gone = Json(call.Me, share);
        gone["lastModified"] = 0;
        gone["createdAt"] = 0;
        gone["createdBy"] = null;
        _ = gone["extendedData"]!.AsObject().Remove("attachmentCreator");
        return await shares.EndAsync(share.Id, call.Context.RequestAborted) ? DeckAnswer.Ok(gone) : DeckAnswer.Denied;
    }

    private Share? Find(DeckCall call, Func<DeckMember, bool> right) =>
        call.Card(right) is { } card
            ? shares.OfCard(card.Id).FirstOrDefault(share => share.Id == call.Id("attachment"))
            : null;

    private static async Task<FileNode> PutAsync(
        Home home,
        string name,
        Stream bytes,
        CancellationToken cancellationToken
    )
    {
        var content = await home.Contents.WriteAsync(bytes, long.MaxValue, cancellationToken);
        var folder = FilePath.Parse("Deck");
        return await home.ChangeAsync(
            tree =>
            {
                var grown = tree.Find(folder) is null ? tree.With(home.Stamps.NewFolder(folder), home.Stamps) : tree;
                var path = FilePath.Free(folder, name, one => grown.Find(one) is not null);
                var node = home.Stamps.Written(null, path, content!, modified: null);
                return new Changed<FileNode>(grown.With(node, home.Stamps), node);
            },
            cancellationToken
        );
    }

    private JsonObject Json(Person me, Share share)
    {
        var file = shares.FileOf(share)!;
        var name = file.Path.Name;
        var creator = context.People.Find(share.Owner)!.Account;
        return new JsonObject
        {
            ["id"] = share.Id,
            ["cardId"] = long.Parse(share.With!, CultureInfo.InvariantCulture),
            ["type"] = "file",
            ["data"] = name,
            ["lastModified"] = share.Created.ToUnixTimeSeconds(),
            ["createdAt"] = share.Created.ToUnixTimeSeconds(),
            ["createdBy"] = share.Owner,
            ["deletedAt"] = 0,
            ["extendedData"] = new JsonObject
            {
                ["path"] = shares.ViewOf(me).Find(file.Id)?.Path.ToString() ?? "/" + name,
                ["fileid"] = file.Id,
                ["data"] = name,
                ["filesize"] = file.Size,
                ["mimetype"] = file.ContentType,
                ["info"] = new JsonObject
                {
                    ["dirname"] = ".",
                    ["basename"] = name,
                    ["extension"] = Path.GetExtension(name).TrimStart('.'),
                    ["filename"] = Path.GetFileNameWithoutExtension(name),
                },
                ["hasPreview"] = false,
                ["permissions"] = share.Rights,
                ["attachmentCreator"] = new JsonObject
                {
                    ["displayName"] = creator.DisplayName,
                    ["id"] = creator.Id,
                    ["email"] = creator.Email,
                },
            },
        };
    }
}
