namespace Gatehouse.Nextcloud.Deck;

/// <summary>A share of a board with somebody.</summary>
/// <param name="Id">The id of the rule.</param>
/// <param name="User">With whom.</param>
/// <param name="CanEdit">They may change cards.</param>
/// <param name="CanShare">They may share the board.</param>
/// <param name="CanManage">They may change lists, labels and the board itself.</param>
public sealed record BoardMember(long Id, DeckUser User, bool CanEdit, bool CanShare, bool CanManage);
