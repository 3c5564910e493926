namespace Gatehouse.Nextcloud.Deck;

/// <summary>A list as Deck writes it; <c>cards</c> is absent when there are none.</summary>
internal sealed record StackData(
    long Id,
    string? Title,
    long BoardId,
    long DeletedAt,
    int Order,
    IReadOnlyList<CardData>? Cards
)
{
    public Stack ToStack() =>
        new(
            Id,
            BoardId,
            Title ?? "",
            Order,
            [.. (Cards ?? []).Where(c => c.DeletedAt == 0).Select(c => c.ToCard(BoardId)).OrderBy(c => c.Order)]
        );
}
