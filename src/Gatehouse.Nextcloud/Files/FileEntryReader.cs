using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Files;

/// <summary>Makes entries of WebDAV responses.</summary>
internal static class FileEntryReader
{
    private const string Files = "/remote.php/dav/files/";

    private static readonly XName resourceType = DavXml.Dav + "resourcetype";
    private static readonly XName contentLength = DavXml.Dav + "getcontentlength";
    private static readonly XName contentType = DavXml.Dav + "getcontenttype";
    private static readonly XName lastModified = DavXml.Dav + "getlastmodified";
    private static readonly XName etag = DavXml.Dav + "getetag";
    private static readonly XName fileId = DavXml.OwnCloud + "fileid";
    private static readonly XName size = DavXml.OwnCloud + "size";
    private static readonly XName permissions = DavXml.OwnCloud + "permissions";

    /// <summary>What every listing asks for.</summary>
    public static ImmutableArray<XName> Properties { get; } =
    [resourceType, contentLength, contentType, lastModified, etag, fileId, size, permissions];

    /// <summary>The entry, or null when the href is not one of the person's files.</summary>
    public static FileEntry? Read(DavPrincipal principal, DavResponse response)
    {
        if (PathOf(principal, response.Href) is not { } path)
            return null;

        var isFolder =
            response.Property(resourceType)?.Element(DavXml.Dav + "collection") is not null
            || IsFolderWithoutType(response);
        return new(
            path,
            isFolder,
            Number(response.Text(isFolder ? size : contentLength) ?? response.Text(size)),
            isFolder ? null : response.Text(contentType),
            Time(response.Text(lastModified)),
            ETag.TryParse(response.Text(etag), out var tag) ? tag : null,
            Number(response.Text(fileId)),
            response.Text(permissions) ?? ""
        );
    }

    /// <summary>SEARCH does not answer resourcetype everywhere; hrefs of folders end with a slash.</summary>
    private static bool IsFolderWithoutType(DavResponse response) =>
        response.Property(resourceType) is null && response.Href.EndsWith('/');

    /// <summary>The cloud's own path may stand in front, so the marker is looked for, not assumed at the beginning.</summary>
    private static FilePath? PathOf(DavPrincipal principal, string href)
    {
        var start = href.IndexOf(Files, StringComparison.Ordinal);
        if (start < 0)
            return null;

        var segments = href[(start + Files.Length)..].TrimEnd('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (segments[0] != principal.Name)
            return null;

        return FilePath.TryParse(string.Join('/', segments[1..]), out var path, out _) ? path : null;
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;
}
