using System.Collections.Immutable;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Storage;

/// <summary>A file or folder, or one in the trash bin, as one line of the data folder.</summary>
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
    Dictionary<string, string>? Properties,
    string? Label = null,
    KeptVersion[]? Versions = null,
    long? Deleted = null,
    string? Trash = null
)
{
    /// <summary>A home as lines: its files, then its trash bin.</summary>
    public static StoredFile[] Of(FileTree tree) =>
        [
            .. tree.All.Select(Of),
            .. tree.Trash.SelectMany(one =>
                one.Nodes.Select(node => Of(node) with { Trash = one.Name, Deleted = one.Deleted })
            ),
        ];

    /// <summary>The home again.</summary>
    public static FileTree ToTree(IReadOnlyList<StoredFile> files) =>
        FileTree.Of(
            files.Where(file => file.Trash is null).Select(file => file.ToNode()),
            [
                .. files
                    .Where(file => file.Trash is not null)
                    .GroupBy(file => file.Trash, StringComparer.Ordinal)
                    .Select(one => new TrashedFile(one.First().Deleted ?? 0, [.. one.Select(file => file.ToNode())])),
            ]
        );

    private static StoredFile Of(FileNode node) =>
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
            node.Properties.IsEmpty ? null : node.Properties.ToDictionary(StringComparer.Ordinal),
            node.Label,
            node.Versions.IsEmpty ? null : [.. node.Versions]
        );

    private FileNode ToNode() =>
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
            Label = Label,
            Versions = [.. Versions ?? []],
            Properties = (Properties ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
}
