using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>An emoji and who gave it to a message.</summary>
public sealed record Reaction(string Emoji, ImmutableArray<ChatActor> People);
