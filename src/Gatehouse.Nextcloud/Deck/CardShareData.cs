using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>A share of a file with a card, as the sharing API writes it.</summary>
internal sealed record CardShareData(
    string? Id,
    string? Path,
    [property: JsonPropertyName("file_source")] long? FileSource,
    string? Mimetype,
    [property: JsonPropertyName("item_size")] long? ItemSize,
    [property: JsonPropertyName("uid_owner")] string? UidOwner
);
