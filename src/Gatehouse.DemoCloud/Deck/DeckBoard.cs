namespace Gatehouse.DemoCloud.Deck;

/// <summary>A board; times are seconds since 1970, 0 for never.</summary>
internal sealed record DeckBoard(long Id, string Owner, string Title, string Color)
{
    public bool Archived { get; init; }

    public long DeletedAt { get; init; }

    public long LastModified { get; init; }
}
