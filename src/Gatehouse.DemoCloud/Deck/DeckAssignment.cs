namespace Gatehouse.DemoCloud.Deck;

/// <summary>Somebody who is assigned to a card.</summary>
internal sealed record DeckAssignment(long Id, string User);
