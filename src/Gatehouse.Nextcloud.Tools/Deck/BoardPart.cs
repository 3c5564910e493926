namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>A list or a label; in the answer of a write, a board too.</summary>
internal sealed record BoardPart(long Id, string Title);
