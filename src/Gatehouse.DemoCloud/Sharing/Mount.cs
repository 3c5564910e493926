using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>Something of somebody else's in a home.</summary>
/// <param name="Path">Where it lies there.</param>
/// <param name="Owner">In whose home it really is.</param>
/// <param name="Root">What it is.</param>
/// <param name="Rights">What all shares of it allow together.</param>
internal sealed record Mount(FilePath Path, Person Owner, FileNode Root, int Rights)
{
    public bool Allows(int right) => (Rights & right) == right;

    public bool Holds(FilePath path) => path == Path || path.IsUnder(Path);

    /// <summary>The place in the owner's home.</summary>
    public FilePath Inside(FilePath path) => path.Rebase(Path, Root.Path);

    /// <summary>All of it, as it lies in the other home.</summary>
    public IEnumerable<FileNode> Nodes() =>
        Owner
            .Home.Tree.Descendants(Root.Path)
            .Prepend(Root)
            .Select(node => node with { Path = node.Path.Rebase(Root.Path, Path) });
}
