using System.Collections.Immutable;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Files;

/// <summary>Makes entries of WebDAV responses.</summary>
internal static class FileEntryReader
{
    private const string Files = "/remote.php/dav/files/";

    private static readonly XName resourceType = DavXml.Dav + "resourcetype";
    private static readonly XName collection = DavXml.Dav + "collection";
    private static readonly XName contentLength = DavXml.Dav + "getcontentlength";
    private static readonly XName contentType = DavXml.Dav + "getcontenttype";
    private static readonly XName lastModified = DavXml.Dav + "getlastmodified";
    private static readonly XName etag = DavXml.Dav + "getetag";
    private static readonly XName fileId = DavXml.OwnCloud + "fileid";
    private static readonly XName size = DavXml.OwnCloud + "size";
    private static readonly XName permissions = DavXml.OwnCloud + "permissions";
    private static readonly XName favorite = DavXml.OwnCloud + "favorite";
    private static readonly XName tags = DavXml.Nextcloud + "system-tags";
    private static readonly XName tagName = DavXml.Nextcloud + "system-tag";
    private static readonly XName isLocked = DavXml.Nextcloud + "lock";
    private static readonly XName lockOwner = DavXml.Nextcloud + "lock-owner-displayname";

    /// <summary>What every listing asks for.</summary>
    public static DavProperties Properties { get; } =
        new(
            resourceType,
            contentLength,
            contentType,
            lastModified,
            etag,
            fileId,
            size,
            permissions,
            favorite,
            tags,
            isLocked,
            lockOwner
        );

    /// <summary>The entry, or null when the href is not one of the person's files.</summary>
    public static FileEntry? Read(DavPrincipal principal, DavResponse response)
    {
        if (PathOf(principal, response.Href) is not { } path)
            return null;

        var isFolder = response.Holds(resourceType, collection) || IsFolderWithoutType(response);
        return new(
            path,
            isFolder,
            DavNumber.Read(response.Text(isFolder ? size : contentLength) ?? response.Text(size)),
            isFolder ? null : response.Text(contentType),
            DavTime.Read(response.Text(lastModified)),
            ETag.TryParse(response.Text(etag), out var tag) ? tag : null,
            DavNumber.Read(response.Text(fileId)),
            response.Text(permissions) ?? ""
        )
        {
            IsFavorite = response.Text(favorite) == "1",
            Tags = TagsOf(response),
            LockedBy = response.Text(isLocked) == "1" ? response.Text(lockOwner) ?? "somebody" : null,
        };
    }

    private static ImmutableArray<string> TagsOf(DavResponse response) =>
        response.Elements(tags) is { Count: > 0 } all ? [.. all.Where(e => e.Is(tagName)).Select(t => t.Text)] : [];

    /// <summary>SEARCH does not answer resourcetype everywhere; hrefs of folders end with a slash.</summary>
    private static bool IsFolderWithoutType(DavResponse response) =>
        !response.Has(resourceType) && response.Href.EndsWith('/');

    /// <summary>The cloud's own path may stand in front, so the marker is looked for, not assumed at the beginning.</summary>
    private static FilePath? PathOf(DavPrincipal principal, string href)
    {
        var start = href.IndexOf(Files, StringComparison.Ordinal);
        if (start < 0)
            return null;

        var rest = href.AsSpan(start + Files.Length).TrimEnd('/');
        var slash = rest.IndexOf('/');
        if (Uri.UnescapeDataString(slash < 0 ? rest : rest[..slash]) != principal.Name)
            return null;

        var path = slash < 0 ? "" : Uri.UnescapeDataString(rest[(slash + 1)..]);
        return FilePath.TryParse(path, out var read, out _) ? read : null;
    }
}
