using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>A poll in a conversation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Options">What can be chosen.</param>
/// <param name="MaxVotes">How many options one person may choose; 0 for all.</param>
public sealed record Poll(long Id, string Question, ImmutableArray<string> Options, int MaxVotes);
