using System.Globalization;

namespace Gatehouse.DemoCloud.Files;

/// <summary>A deleted file, or a deleted folder with what was in it.</summary>
/// <param name="Deleted">The Unix second it was deleted in.</param>
/// <param name="Nodes">The nodes as they were, itself first, at the paths they had.</param>
internal sealed record TrashedFile(long Deleted, IReadOnlyList<FileNode> Nodes)
{
    public FileNode Top => Nodes[0];

    /// <summary>Its name in the trash bin, e.g. <c>plan.md.d1795447173</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Top.Path.Name}.d{Deleted}");

    public long Size => Nodes.Sum(node => node.Size);
}
