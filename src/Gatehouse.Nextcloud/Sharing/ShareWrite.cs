namespace Gatehouse.Nextcloud.Sharing;

/// <summary>What a share is made or changed with.</summary>
internal sealed record ShareWrite(
    string? Path = null,
    int? ShareType = null,
    string? ShareWith = null,
    int? Permissions = null,
    string? Password = null,
    string? ExpireDate = null,
    string? Note = null,
    string? Label = null,
    string? HideDownload = null
);
