using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>A file or folder.</summary>
internal sealed record FileItem(
    [property: Description("From the root of the person's files, e.g. /Projects/plan.md.")] string Path,
    bool IsFolder,
    [property: Description("Bytes.")] long? Size = null,
    [property: Description("Media type of a file.")] string? ContentType = null,
    [property: Description("UTC, ISO 8601.")] string? Modified = null,
    [property: Description("Pass it to the tools that change it.")] string? Etag = null,
    [property: Description("False when this person may not change it.")] bool? Writable = null,
    [property: Description("Its page in Nextcloud, for the person.")] string? Link = null
)
{
    public static FileItem Of(CloudAddress cloud, FileEntry entry) =>
        new(
            entry.Path.Value,
            entry.IsFolder,
            entry.Size,
            entry.ContentType,
            entry.Modified?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            entry.ETag?.ToString(),
            entry.Permissions.Length == 0 ? null : entry.Permissions.AsSpan().ContainsAny("WCK"),
            entry.WebPath is { } path ? cloud.Link(path) : null
        );
}
