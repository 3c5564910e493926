using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>Where a path of somebody's really is: in their own home, or, through a <paramref name="Mount"/>, in another one.</summary>
internal readonly record struct Located(Person Owner, FilePath Path, Mount? Mount)
{
    /// <summary>It is the shared thing itself, not something in it.</summary>
    public bool IsMount => Mount is not null && Mount.Root.Path == Path;

    public bool Allows(int right) => Mount?.Allows(right) ?? true;
}
