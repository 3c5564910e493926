namespace Gatehouse.DemoCloud.Deck;

/// <summary>A board shared with a person (type 0) or a group (type 1).</summary>
internal sealed record DeckMember(long Id, long BoardId, int Type, string Participant)
{
    public bool Edit { get; init; }

    public bool Share { get; init; }

    public bool Manage { get; init; }
}
