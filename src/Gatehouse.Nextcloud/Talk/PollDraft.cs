using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>A poll that is to be made.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Options">What can be chosen, at least two.</param>
/// <param name="IsHidden">Nobody sees the votes before the end.</param>
/// <param name="MaxVotes">How many options one person may choose; 0 for all.</param>
public sealed record PollDraft(
    string Question,
    ImmutableArray<string> Options,
    bool IsHidden = false,
    int MaxVotes = 1
);
