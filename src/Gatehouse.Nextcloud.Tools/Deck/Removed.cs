namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>Something that is gone from a card or a board.</summary>
internal sealed record Removed(long Id, string What);
