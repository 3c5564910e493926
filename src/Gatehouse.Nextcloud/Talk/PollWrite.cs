namespace Gatehouse.Nextcloud.Talk;

/// <summary>A poll as it is sent.</summary>
internal sealed record PollWrite(string Question, string[] Options, int ResultMode, int MaxVotes);
