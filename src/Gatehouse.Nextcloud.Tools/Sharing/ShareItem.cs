using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Sharing;
using Gatehouse.Nextcloud.Tools.Times;

namespace Gatehouse.Nextcloud.Tools.Sharing;

/// <summary>A share.</summary>
internal sealed record ShareItem(
    [property: Description("For update_share and delete_share.")] string Id,
    [property: Description("user, group, link, email, remote, team, room, ...")] string Kind,
    string Path,
    bool IsFolder,
    [property: Description("Of read, update, create, delete, share.")] IReadOnlyList<string> Allow,
    [property: Description("Id of whom it is shared with.")] string? With = null,
    string? WithName = null,
    [property: Description("The public link.")] string? Url = null,
    bool? HasPassword = null,
    [property: Description("First day it does not work.")] string? Expires = null,
    string? Note = null,
    string? Label = null,
    bool? HideDownload = null,
    [property: Description("User id of who shared it.")] string? Owner = null,
    string? OwnerName = null,
    string? Created = null
)
{
    public static ShareItem Of(PersonZone zone, Share share) =>
        new(
            share.Id,
            ShareWords.Of(share.Kind),
            share.Path.Value,
            share.IsFolder,
            ShareWords.Of(share.Permissions),
            share.With,
            share.WithName == share.With ? null : share.WithName,
            share.Url,
            share.HasPassword ? true : null,
            share.Expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            share.Note.Length == 0 ? null : share.Note,
            share.Label.Length == 0 ? null : share.Label,
            share.HideDownload ? true : null,
            share.Owner,
            share.OwnerName,
            zone.Write(share.Created)
        );
}
