using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Sharing;

/// <summary>Makes shares of what the API tells.</summary>
internal static class ShareReader
{
    /// <summary>The share.</summary>
    /// <exception cref="NextcloudException">It is none.</exception>
    public static Share Read(NextcloudAccount account, CloudRequest request, ShareData data)
    {
        if (data.Id is not { Length: > 0 } id || !FilePath.TryParse(data.Path, out var path, out _))
            throw new NextcloudException(
                ErrorReader.Unexpected(request, "The answer holds a share without id or path.")
            );

        var kind = (ShareKind)data.ShareType;
        var isLink = kind == ShareKind.Link;
        return new(
            id,
            kind,
            path,
            data.ItemType == "folder",
            data.ItemSource,
            isLink ? null : data.ShareWith,
            isLink ? null : data.ShareWithDisplayName,
            (SharePermissions)data.Permissions,
            isLink ? Public(account.Cloud, data.Url) : null,
            data.Password is { Length: > 0 },
            Day(data.Expiration),
            data.Note ?? "",
            data.Label ?? "",
            data.HideDownload is > 0,
            data.Owner ?? "",
            data.OwnerName ?? data.Owner ?? "",
            data.ShareTime is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            data.CanEdit ?? true,
            data.CanDelete ?? true
        );
    }

    /// <summary>Called by an internal address, a cloud may name that one in its links; people need the public one.</summary>
    private static string? Public(CloudAddress cloud, string? url)
    {
        if (url is null || cloud.InternalValue is not { } inside)
            return url;

        return url.StartsWith(inside + "/", StringComparison.Ordinal) ? cloud.Value + url[inside.Length..] : url;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(
            text?.Split(' ')[0],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
