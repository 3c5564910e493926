using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>A card that is to be made.</summary>
/// <param name="Title">Its title, 1 to 255 characters.</param>
/// <param name="Description">Its text (Markdown).</param>
/// <param name="Due">When it is due.</param>
/// <param name="Order">Its place in the list; null for the end.</param>
public sealed record CardDraft(
    string Title,
    string? Description = null,
    [property: JsonPropertyName("duedate")] DateTimeOffset? Due = null,
    int? Order = null
);
