namespace Gatehouse.Nextcloud.Talk;

/// <summary>Who gave an emoji, as the API writes it.</summary>
internal sealed record ReactionData(string? ActorType, string? ActorId, string? ActorDisplayName);
