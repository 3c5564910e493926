namespace Gatehouse.Nextcloud.Deck;

/// <summary>A board as it is written.</summary>
internal sealed record BoardWrite(string Title, string Color, bool? Archived = null);
