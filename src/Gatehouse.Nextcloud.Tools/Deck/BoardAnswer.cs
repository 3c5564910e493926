using System.ComponentModel;
using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>A board.</summary>
internal sealed record BoardAnswer(
    long Id,
    string Title,
    string Color,
    [property: Description("In their order; cards are in lists.")] IReadOnlyList<BoardPart> Lists,
    IReadOnlyList<BoardPart> Labels,
    [property: Description("User ids of who can be assigned to cards.")] IReadOnlyList<string> People,
    [property: Description("May this person change cards?")] bool CanEdit,
    [property: Description("May this person change lists, labels and the board?")] bool CanManage,
    string Link,
    [property: Description("Put away; absent when it is not.")] bool? Archived = null
)
{
    public static BoardAnswer Of(CloudAddress cloud, Board board) =>
        new(
            board.Id,
            board.Title,
            board.Color,
            [.. board.Stacks.Select(s => new BoardPart(s.Id, s.Title))],
            [.. board.Labels.Select(l => new BoardPart(l.Id, l.Title))],
            [.. board.Users.Where(u => u.Kind == DeckUserKind.User).Select(u => u.Id)],
            board.CanEdit,
            board.CanManage,
            cloud.Link(board.WebPath),
            board.IsArchived ? true : null
        );
}
