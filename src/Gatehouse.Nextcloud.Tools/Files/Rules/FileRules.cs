namespace Gatehouse.Nextcloud.Tools.Files.Rules;

/// <summary>
/// Which files models may see, set by the operator for everybody. What is hidden is not listed, found, read, written, moved, shared or
/// restored, by no tool and no resource; neither is a folder that holds it moved, copied, deleted or shared. Registered as a singleton.
/// </summary>
public sealed record FileRules
{
    /// <summary>
    /// Files and folders with one of these system tags are hidden, with all below them; upper and lower case are the same. People must be
    /// able to see the tag at the cloud (visible or restricted, not invisible): while it cannot be read, no file is shown at all.
    /// </summary>
    public IReadOnlyList<string> HiddenTags { get; init; } = [];

    /// <summary>These paths below each person's files are hidden, e.g. <c>/Private</c>; upper and lower case are the same.</summary>
    public IReadOnlyList<string> HiddenPaths { get; init; } = [];

    /// <summary>When there are any, everything but these paths is hidden, e.g. <c>/Shared with AI</c>, in exactly these letters.</summary>
    public IReadOnlyList<string> OnlyPaths { get; init; } = [];

    /// <summary>How long what has a tag is kept before it is asked for again: 1 min.</summary>
    public TimeSpan TagsCachedFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Nothing is hidden.</summary>
    public bool IsEmpty => HiddenTags.Count == 0 && HiddenPaths.Count == 0 && OnlyPaths.Count == 0;
}
