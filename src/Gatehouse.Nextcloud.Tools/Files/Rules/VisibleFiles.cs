using System.Collections.Immutable;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Tags;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Files.Rules;

/// <summary>What of one person's files a model may see at this moment. Every path a tool is given and every entry it answers goes through here.</summary>
internal sealed class VisibleFiles(
    ImmutableArray<PathPrefix> hidden,
    ImmutableArray<PathPrefix> only,
    ImmutableHashSet<string> tags,
    TaggedFiles tagged
)
{
    private readonly ImmutableArray<PathPrefix> taggedPaths = [.. tagged.Paths.Select(path => PathPrefix.Hidden(path))];

    /// <summary>Nothing is hidden.</summary>
    public bool ShowsAll => hidden.IsEmpty && only.IsEmpty && tags.IsEmpty;

    /// <summary>Tags hide files, and what has one cannot be known of things that are deleted.</summary>
    public bool HasTags => !tags.IsEmpty;

    /// <summary>Reads an argument as a path that may be seen.</summary>
    /// <exception cref="ToolException">It is none.</exception>
    public FilePath Path(string name, string text)
    {
        var path = FilePath.TryParse(text, out var read, out var error) ? read : throw Arguments.Bad(name, error);
        return IsHidden(path) && !IsOnTheWay(path) ? throw Hidden(path) : path;
    }

    /// <summary>Reads an argument as the path of a file or folder that may be read and written.</summary>
    /// <exception cref="ToolException">It is none.</exception>
    public FilePath File(string name, string text)
    {
        var path = Path(name, text);
        if (path.IsRoot)
            throw Arguments.Bad(name, "It must not be the root of the files.");
        return IsHidden(path) ? throw Hidden(path) : path;
    }

    /// <summary>
    /// Reads an argument as the path of something that is taken as a whole, with all that is in it: copied, shared or deleted, a folder would
    /// take along what is hidden in it, and moved, what is hidden by its path would be seen.
    /// </summary>
    /// <exception cref="ToolException">It is none.</exception>
    public FilePath Whole(string name, string text)
    {
        var path = File(name, text);
        return HoldsHidden(path)
            ? throw new ToolException(
                $"{path} holds something that this server hides from models, and is not moved, copied, deleted or shared as a whole.\n"
                    + "Next step: do it with single things in it, or ask the person to do it in Nextcloud."
            )
            : path;
    }

    /// <summary>May a model not see it?</summary>
    public bool IsHidden(FilePath path) =>
        (!ShowsAll && !ComposedName.Is(path))
        || hidden.Any(h => h.Covers(path))
        || taggedPaths.Any(t => t.Covers(path))
        || (!only.IsEmpty && !only.Any(o => o.Covers(path)));

    /// <summary>May a model not see it, by its path, its id or its tags?</summary>
    public bool IsHidden(FilePath path, long? fileId) =>
        IsHidden(path) || (fileId is { } id && tagged.Ids.Contains(id));

    /// <summary>What may be seen of these, with the folders on the way to it.</summary>
    public List<FileEntry> Of(IEnumerable<FileEntry> entries) =>
        ShowsAll
            ? [.. entries]
            : [.. entries.Where(e => !IsTagged(e) && (!IsHidden(e.Path) || (e.IsFolder && IsOnTheWay(e.Path))))];

    /// <summary>Holds what the cloud told of one thing to the rules: its tags say it, too.</summary>
    /// <exception cref="ToolException">It may not be seen.</exception>
    public FileEntry Require(FileEntry entry) =>
        IsTagged(entry) || IsHidden(entry.Path) ? throw Hidden(entry.Path) : entry;

    /// <summary>Does a model's tag hide things, so that it must not take it away?</summary>
    public bool IsHidingTag(string tag) => tags.Contains(tag);

    private bool IsTagged(FileEntry entry) =>
        (entry.FileId is { } id && tagged.Ids.Contains(id)) || entry.Tags.Any(tags.Contains);

    /// <summary>A folder that has to be shown so that what is in it can be reached.</summary>
    private bool IsOnTheWay(FilePath path) =>
        ComposedName.Is(path)
        && !hidden.Any(h => h.Covers(path))
        && !taggedPaths.Any(t => t.Covers(path))
        && only.Any(o => o.IsIn(path));

    /// <summary>Is something in it that a model may not see?</summary>
    public bool HoldsHidden(FilePath path) => hidden.Any(h => h.IsIn(path)) || taggedPaths.Any(t => t.IsIn(path));

    /// <summary>As if it were not there, so that nobody learns whether it is.</summary>
    private static ToolException Hidden(FilePath path) =>
        new(
            $"{path} is not there, or this server hides it from models.\n"
                + "Next step: list the folder or search for what you need; if it has to be this one, ask the person to look at it in Nextcloud."
        );
}
