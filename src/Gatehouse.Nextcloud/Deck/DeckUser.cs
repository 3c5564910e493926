namespace Gatehouse.Nextcloud.Deck;

/// <summary>Somebody of a board: a person, a group or a team.</summary>
/// <param name="Id">The user id, group id or team id.</param>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="Kind">What it is.</param>
public sealed record DeckUser(string Id, string DisplayName, DeckUserKind Kind = DeckUserKind.User);
