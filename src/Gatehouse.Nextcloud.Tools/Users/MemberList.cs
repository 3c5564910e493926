using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Users;

/// <summary>A page of a group's members.</summary>
internal sealed record MemberList(
    IReadOnlyList<MemberItem> Members,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
