using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Sharing;

namespace Gatehouse.DemoCloud.Versions;

/// <summary>A request to one version.</summary>
/// <param name="Call">The request.</param>
/// <param name="Path">Where the caller sees the file.</param>
/// <param name="Place">Where it is: somebody else may share it.</param>
/// <param name="File">Its id.</param>
/// <param name="Revision">The name of the version.</param>
internal sealed record VersionCall(DavCall Call, FilePath Path, Located Place, long File, long Revision)
{
    public Home Home => Place.Owner.Home;

    /// <summary>The version among those of the file.</summary>
    public KeptVersion? In(FileNode? file) => file?.Revisions.FirstOrDefault(version => version.Revision == Revision);
}
