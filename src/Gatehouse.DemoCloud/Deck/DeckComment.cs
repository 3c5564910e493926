namespace Gatehouse.DemoCloud.Deck;

/// <summary>A comment on a card.</summary>
internal sealed record DeckComment(long Id, long CardId, string Actor, string Message, string Created)
{
    public long? ReplyTo { get; init; }
}
