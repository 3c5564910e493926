using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>A card.</summary>
internal sealed record DeckCard(long Id, long StackId, string Title, string Owner)
{
    public string Description { get; init; } = "";

    /// <summary>The text before the first change.</summary>
    public string? DescriptionPrev { get; init; }

    public string Type { get; init; } = "plain";

    public int Order { get; init; } = 999;

    public bool Archived { get; init; }

    public string? Duedate { get; init; }

    public string? Done { get; init; }

    public string? LastEditor { get; init; }

    public long CreatedAt { get; init; }

    public long LastModified { get; init; }

    public long DeletedAt { get; init; }

    public ImmutableArray<long> Labels { get; init; } = [];

    public ImmutableArray<DeckAssignment> Users { get; init; } = [];
}
