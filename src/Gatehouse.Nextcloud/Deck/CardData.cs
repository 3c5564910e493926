using System.Text.Json;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>A card as Deck writes it; the members that are null in some answers differ from route to route.</summary>
internal sealed record CardData(
    long Id,
    string? Title,
    string? Description,
    long StackId,
    long? BoardId,
    int Order,
    JsonElement Owner,
    bool Archived,
    DateTimeOffset? Duedate,
    DateTimeOffset? Done,
    LabelData[]? Labels,
    AssignmentData[]? AssignedUsers,
    int? AttachmentCount,
    int? CommentsCount,
    long DeletedAt,
    long? LastModified
)
{
    public Card ToCard(long? boardId = null) =>
        new(
            Id,
            Title ?? "",
            Description ?? "",
            StackId,
            BoardId ?? boardId,
            Order,
            DeckUserData.IdOf(Owner),
            Archived,
            Duedate,
            Done,
            [.. (Labels ?? []).Select(l => l.ToLabel())],
            [.. (AssignedUsers ?? []).Select(a => a.ToUser())],
            AttachmentCount ?? 0,
            CommentsCount ?? 0,
            DateTimeOffset.FromUnixTimeSeconds(LastModified ?? 0)
        );
}
