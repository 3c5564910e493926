using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Tags;

/// <summary>All tags and where they are.</summary>
internal sealed record TagsState(ImmutableList<SystemTag> All, ImmutableList<TaggedFile> Files, long Next)
{
    public static TagsState Empty { get; } = new([], [], 1);

    public SystemTag? Find(string? id) => All.Find(tag => IdOf(tag) == id);

    public IEnumerable<SystemTag> Of(long fileId) =>
        All.Where(tag => Files.Contains(new TaggedFile(fileId, tag.Id)))
            .OrderBy(tag => tag.Name, StringComparer.Ordinal);

    public TagsState With(string name) => this with { All = All.Add(new SystemTag(Next, name)), Next = Next + 1 };

    public static string IdOf(SystemTag tag) => tag.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
