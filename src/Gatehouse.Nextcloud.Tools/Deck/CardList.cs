using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>A page of cards.</summary>
internal sealed record CardList(
    IReadOnlyList<CardAnswer> Cards,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
