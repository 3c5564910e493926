namespace Gatehouse.Nextcloud.Deck;

/// <summary>A share of a board as Deck writes it.</summary>
internal sealed record MemberData(
    long Id,
    DeckUserData? Participant,
    int Type,
    bool PermissionEdit,
    bool PermissionShare,
    bool PermissionManage
)
{
    public BoardMember ToMember() =>
        new(
            Id,
            (Participant?.ToUser() ?? new DeckUser("", "")) with
            {
                Kind = (DeckUserKind)Type,
            },
            PermissionEdit,
            PermissionShare,
            PermissionManage
        );
}
