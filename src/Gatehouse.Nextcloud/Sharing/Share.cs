using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Sharing;

/// <summary>A share of a file or folder. It holds no password, not even as a hash.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Who it is for; a number Nextcloud has that is not named here is possible.</param>
/// <param name="Path">Where the thing is in the files of who asks.</param>
/// <param name="IsFolder">A folder.</param>
/// <param name="FileId">The id of the thing; null when not said.</param>
/// <param name="With">The id of the person, group, address or room; null for a link.</param>
/// <param name="WithName">Their name, for people; null for a link.</param>
/// <param name="Permissions">What it allows.</param>
/// <param name="Url">The address of a link; null otherwise.</param>
/// <param name="HasPassword">A password is asked for.</param>
/// <param name="Expires">The first day on which it does not work any more; null for never.</param>
/// <param name="Note">A note to who gets it; empty without one.</param>
/// <param name="Label">The name of a link; empty without one.</param>
/// <param name="HideDownload">The page of a link offers no download.</param>
/// <param name="Owner">The user id of who shared it.</param>
/// <param name="OwnerName">The name of who shared it, for people.</param>
/// <param name="Created">When it was shared; null when not said.</param>
/// <param name="CanEdit">Who asks may change the share.</param>
/// <param name="CanDelete">Who asks may delete the share.</param>
public sealed record Share(
    string Id,
    ShareKind Kind,
    FilePath Path,
    bool IsFolder,
    long? FileId,
    string? With,
    string? WithName,
    SharePermissions Permissions,
    string? Url,
    bool HasPassword,
    DateOnly? Expires,
    string Note,
    string Label,
    bool HideDownload,
    string Owner,
    string OwnerName,
    DateTimeOffset? Created,
    bool CanEdit,
    bool CanDelete
);
