namespace Gatehouse.Nextcloud.Deck;

/// <summary>A list of a board; Deck's API calls it a stack.</summary>
/// <param name="Id">Its id.</param>
/// <param name="BoardId">Its board.</param>
/// <param name="Title">Its title.</param>
/// <param name="Order">Lists are shown by rising order.</param>
/// <param name="Cards">Its cards, by rising order; empty where a board was asked for without.</param>
public sealed record Stack(long Id, long BoardId, string Title, int Order, IReadOnlyList<Card> Cards);
