namespace Gatehouse.Nextcloud.Deck;

/// <summary>A share of a board as it is written.</summary>
internal sealed record MemberWrite(
    int Type,
    string Participant,
    bool PermissionEdit,
    bool PermissionShare,
    bool PermissionManage
);
