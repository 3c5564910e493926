using System.Collections.Immutable;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Storage;

/// <summary>A file or folder as one line of the data folder.</summary>
internal sealed record StoredFile(
    long Id,
    string Path,
    string ETag,
    long Modified,
    long Uploaded,
    long Changed,
    string? Blob,
    long Size,
    bool Favorite,
    Dictionary<string, string>? Properties
)
{
    public static StoredFile Of(FileNode node) =>
        new(
            node.Id,
            node.Path.Value,
            node.ETag,
            node.Modified,
            node.Uploaded,
            node.Changed,
            node.Blob,
            node.Size,
            node.Favorite,
            node.Properties.IsEmpty ? null : node.Properties.ToDictionary(StringComparer.Ordinal)
        );

    public FileNode ToNode() =>
        new()
        {
            Id = Id,
            Path = FilePath.Parse(Path),
            ETag = ETag,
            Modified = Modified,
            Uploaded = Uploaded,
            Changed = Changed,
            Blob = Blob,
            Size = Size,
            Favorite = Favorite,
            Properties = (Properties ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
}
