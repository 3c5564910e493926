namespace Gatehouse.Nextcloud.Deck;

/// <summary>Somebody who is assigned to a card, as Deck writes it.</summary>
internal sealed record AssignmentData(long Id, DeckUserData? Participant, int Type)
{
    public DeckUser ToUser() => (Participant?.ToUser() ?? new DeckUser("", "")) with { Kind = (DeckUserKind)Type };
}
