namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>A poll that was made.</summary>
internal sealed record PollItem(long Id, string Question, IReadOnlyList<string> Options);
