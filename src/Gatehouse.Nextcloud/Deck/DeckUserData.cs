using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>Somebody as Deck writes them: an object nearly everywhere, a bare id in the answer of a reordering.</summary>
internal sealed record DeckUserData(
    string? PrimaryKey,
    string? Uid,
    [property: JsonPropertyName("displayname")] string? DisplayName,
    int Type
)
{
    public DeckUser ToUser()
    {
        var id = Uid ?? PrimaryKey ?? "";
        return new(id, DisplayName ?? id, (DeckUserKind)Type);
    }

    public static string IdOf(JsonElement owner) =>
        owner.ValueKind switch
        {
            JsonValueKind.String => owner.GetString()!,
            JsonValueKind.Object => owner.Deserialize(DeckJson.Default.DeckUserData)?.ToUser().Id ?? "",
            _ => "",
        };
}
