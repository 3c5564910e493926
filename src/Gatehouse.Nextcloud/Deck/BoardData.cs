using System.Text.Json;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>A board as Deck writes it; <c>settings</c> is an object, or an empty array, and is not read.</summary>
internal sealed record BoardData(
    long Id,
    string? Title,
    string? Color,
    bool Archived,
    JsonElement Owner,
    LabelData[]? Labels,
    StackData[]? Stacks,
    DeckUserData[]? Users,
    MemberData[]? Acl,
    Dictionary<string, bool>? Permissions,
    long DeletedAt,
    long? LastModified
)
{
    public Board ToBoard() =>
        new(
            Id,
            Title ?? "",
            Color ?? "",
            Archived,
            Owner.ValueKind == JsonValueKind.Object
                ? Owner.Deserialize(DeckJson.Default.DeckUserData)!.ToUser()
                : new DeckUser(DeckUserData.IdOf(Owner), DeckUserData.IdOf(Owner)),
            [.. (Labels ?? []).Select(l => l.ToLabel())],
            [.. (Stacks ?? []).Where(s => s.DeletedAt == 0).Select(s => s.ToStack()).OrderBy(s => s.Order)],
            [.. (Users ?? []).Select(u => u.ToUser())],
            [.. (Acl ?? []).Select(m => m.ToMember())],
            May("PERMISSION_EDIT"),
            May("PERMISSION_MANAGE"),
            DateTimeOffset.FromUnixTimeSeconds(LastModified ?? 0)
        );

    private bool May(string permission) => Permissions?.GetValueOrDefault(permission) ?? false;
}
