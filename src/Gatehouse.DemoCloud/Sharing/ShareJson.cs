using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>A share as the API tells it to one of those who have it.</summary>
internal sealed class ShareJson(Shares shares, ShareTargets targets, DemoAppContext context)
{
    private const int PermissionsOfFile = 27;

    public JsonObject Of(Person me, Share share, bool isNew = false)
    {
        var file = shares.FileOf(share)!;
        var seen = shares.ViewOf(me).Find(file.Id) ?? file;
        var mount = shares.Locate(me, seen.Path).Mount;
        var json = Head(me, share);
        json["path"] = seen.Path.ToString();
        json["item_type"] = file.IsFolder ? "folder" : "file";
        json["item_permissions"] = file.IsFolder ? ShareRights.All : PermissionsOfFile;
        json["is-mount-root"] = mount is not null && mount.Path == seen.Path;
        json["mount-type"] = mount is null ? "" : "shared";
        json["mimetype"] = file.IsFolder ? "httpd/unix-directory" : file.ContentType;
        json["has_preview"] = false;
        json["storage_id"] = mount is null ? $"home::{me.Id}" : $"shared::{mount.Path}";
        json["storage"] = context.People.All.Select(person => person.Id).ToList().IndexOf(share.FileOwner) + 1;
        AddFile(json, share, file);
        json["file_target"] = share.Places.TryGetValue(me.Id, out var place) ? "/" + place : "/" + file.Path.Name;
        AddWith(json, share);
        json["mail_send"] = isNew && share.Kind is not (ShareKind.DeckCard or ShareKind.Room) ? 1 : 0;
        json["hide_download"] = share.HideDownload ? 1 : 0;
        json["attributes"] = null;
        return json;
    }

    private JsonObject Head(Person me, Share share)
    {
        var isMine = me.Id == share.Owner || me.Id == share.FileOwner;
        return new()
        {
            ["id"] = share.Id.ToString(CultureInfo.InvariantCulture),
            ["share_type"] = share.Kind,
            ["uid_owner"] = share.Owner,
            ["displayname_owner"] = NameOf(share.Owner),
            ["permissions"] = share.Rights,
            ["can_edit"] = isMine,
            ["can_delete"] = isMine || share.With == me.Id,
            ["stime"] = share.Created.ToUnixTimeSeconds(),
            ["parent"] = null,
            ["expiration"] = share.Expires is { } day
                ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} 00:00:00")
                : null,
            ["token"] = share.Token,
            ["uid_file_owner"] = share.FileOwner,
            ["note"] = share.Note,
            ["label"] = share.Label,
            ["displayname_file_owner"] = NameOf(share.FileOwner),
        };
    }

    private void AddFile(JsonObject json, Share share, FileNode file)
    {
        var tree = context.People.Find(share.FileOwner)!.Home.Tree;
        json["item_source"] = file.Id;
        json["file_source"] = file.Id;
        json["file_parent"] = tree.Find(file.Path.Parent)!.Id;
        json["item_size"] = tree.SizeOf(file);
        json["item_mtime"] = file.Modified;
    }

    private void AddWith(JsonObject json, Share share)
    {
        json["share_with"] = share.Kind == ShareKind.Link ? share.Password : share.With;
        json["share_with_displayname"] = share.Kind switch
        {
            ShareKind.User => NameOf(share.With!),
            ShareKind.Link => "(Shared link)",
            ShareKind.DeckCard or ShareKind.Room => targets.TitleOf(share.Kind, share.With!),
            _ => share.With,
        };
        if (share.Kind == ShareKind.User)
        {
            json["share_with_displayname_unique"] = context.People.Find(share.With!)?.Account.Email ?? share.With;
        }
        else if (share.Kind is ShareKind.DeckCard or ShareKind.Room)
        {
            json["share_with_link"] = context.Announcement.Url + ShareTargets.PageOf(share.Kind, share.With!);
        }
        else if (share.Kind == ShareKind.Email)
        {
            json["password"] = share.Password;
            json["password_expiration_time"] = null;
            json["send_password_by_talk"] = false;
        }
        else if (share.Kind == ShareKind.Link)
        {
            json["password"] = share.Password;
            json["send_password_by_talk"] = false;
            json["url"] = $"{context.Announcement.Url}/s/{share.Token}";
        }
    }

    private string NameOf(string user) => context.People.Find(user)?.Account.DisplayName ?? user;
}
