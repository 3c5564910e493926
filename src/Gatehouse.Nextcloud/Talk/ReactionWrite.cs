namespace Gatehouse.Nextcloud.Talk;

/// <summary>An emoji as it is sent.</summary>
internal sealed record ReactionWrite(string Reaction);
