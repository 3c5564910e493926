using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Sharing;

/// <summary>A share as the API tells it. <c>share_with</c> and <c>password</c> of a link are the hash of its password.</summary>
internal sealed record ShareData(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("share_type")] int ShareType,
    [property: JsonPropertyName("path")] string? Path,
    [property: JsonPropertyName("item_type")] string? ItemType,
    [property: JsonPropertyName("item_source")] long? ItemSource,
    [property: JsonPropertyName("share_with")] string? ShareWith,
    [property: JsonPropertyName("share_with_displayname")] string? ShareWithDisplayName,
    [property: JsonPropertyName("permissions")] int Permissions,
    [property: JsonPropertyName("url")] string? Url,
    [property: JsonPropertyName("password")] string? Password,
    [property: JsonPropertyName("expiration")] string? Expiration,
    [property: JsonPropertyName("note")] string? Note,
    [property: JsonPropertyName("label")] string? Label,
    [property: JsonPropertyName("hide_download")] int? HideDownload,
    [property: JsonPropertyName("uid_owner")] string? Owner,
    [property: JsonPropertyName("displayname_owner")] string? OwnerName,
    [property: JsonPropertyName("stime")] long? ShareTime,
    [property: JsonPropertyName("can_edit")] bool? CanEdit,
    [property: JsonPropertyName("can_delete")] bool? CanDelete
);
