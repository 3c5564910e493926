using System.Globalization;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>A board.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Color">Six hexadecimal digits.</param>
/// <param name="IsArchived">Put away; nothing on it can be changed.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Stacks">Its lists, in their order, without cards.</param>
/// <param name="Users">The people who can be assigned to cards.</param>
/// <param name="Members">With whom it is shared.</param>
/// <param name="CanEdit">This person may change cards.</param>
/// <param name="CanManage">This person may change lists, labels and the board.</param>
/// <param name="Modified">When anything on it was changed, to the second; the epoch when Deck did not say.</param>
public sealed record Board(
    long Id,
    string Title,
    string Color,
    bool IsArchived,
    DeckUser Owner,
    IReadOnlyList<BoardLabel> Labels,
    IReadOnlyList<Stack> Stacks,
    IReadOnlyList<DeckUser> Users,
    IReadOnlyList<BoardMember> Members,
    bool CanEdit,
    bool CanManage,
    DateTimeOffset Modified
)
{
    /// <summary>The path of the board's page below the cloud's base.</summary>
    public string WebPath => WebPathOf(Id);

    /// <summary>The path of a board's page below the cloud's base.</summary>
    public static string WebPathOf(long id) =>
        string.Create(CultureInfo.InvariantCulture, $"/index.php/apps/deck/board/{id}");
}
