using System.ComponentModel;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>A file or folder. Of what is as with most of them nothing is said: lists of them are long.</summary>
internal sealed record FileItem(
    [property: Description("From the root of the person's files, e.g. /Projects/plan.md.")] string Path,
    [property: Description("True for a folder.")] bool? IsFolder = null,
    [property: Description("Bytes.")] long? Size = null,
    [property: Description("Media type of a file.")] string? ContentType = null,
    string? Modified = null,
    [property: Description("Pass it to the tools that change it.")] string? Etag = null,
    [property: Description("False when this person may not change it; else absent.")] bool? Writable = null,
    [property: Description("True for a favourite.")] bool? Favorite = null,
    [property: Description("Its own tags; a search does not tell them.")] IReadOnlyList<string>? Tags = null,
    [property: Description("Who locked it.")] string? LockedBy = null,
    [property: Description("Its page in Nextcloud, for the person.")] string? Link = null
)
{
    public static FileItem Of(CloudAddress cloud, PersonZone zone, FileEntry entry) =>
        new(
            entry.Path.Value,
            entry.IsFolder ? true : null,
            entry.Size,
            entry.ContentType,
            zone.Write(entry.Modified),
            entry.ETag?.ToString(),
            entry.Permissions.Length > 0 && !entry.Permissions.AsSpan().ContainsAny("WCK") ? false : null,
            entry.IsFavorite ? true : null,
            entry.Tags.IsEmpty ? null : entry.Tags,
            entry.LockedBy,
            entry.WebPath is { } path ? cloud.Link(path) : null
        );
}
