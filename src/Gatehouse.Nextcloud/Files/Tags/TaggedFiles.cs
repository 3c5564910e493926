using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Files.Tags;

/// <summary>What of a person's files has one of some tags itself; what is below a folder is not named.</summary>
/// <param name="Paths">Where they are.</param>
/// <param name="Ids">Their ids, by which they are known after a move, too.</param>
/// <param name="MissingTags">The tags this person cannot see; nothing is known of what has them.</param>
public sealed record TaggedFiles(
    ImmutableArray<FilePath> Paths,
    FrozenSet<long> Ids,
    ImmutableArray<string> MissingTags
)
{
    /// <summary>Nothing.</summary>
    public static TaggedFiles None { get; } = new([], FrozenSet<long>.Empty, []);
}
