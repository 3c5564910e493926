namespace Gatehouse.DemoCloud.Deck;

/// <summary>A list of a board.</summary>
internal sealed record DeckStack(long Id, long BoardId, string Title, int Order)
{
    public long DeletedAt { get; init; }

    public long LastModified { get; init; }
}
