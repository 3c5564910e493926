namespace Gatehouse.Nextcloud.Talk;

/// <summary>A poll as the API writes it, as far as it is used.</summary>
internal sealed record PollData(long Id, string? Question, string[]? Options, int MaxVotes);
