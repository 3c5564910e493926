using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>A page of boards.</summary>
internal sealed record BoardList(
    IReadOnlyList<BoardAnswer> Boards,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
