namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>An emoji and who gave it.</summary>
internal sealed record ReactionItem(string Emoji, IReadOnlyList<string> People);
