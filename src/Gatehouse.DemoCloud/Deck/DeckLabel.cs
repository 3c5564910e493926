namespace Gatehouse.DemoCloud.Deck;

/// <summary>A label of a board.</summary>
internal sealed record DeckLabel(long Id, long BoardId, string Title, string Color)
{
    public long LastModified { get; init; }
}
