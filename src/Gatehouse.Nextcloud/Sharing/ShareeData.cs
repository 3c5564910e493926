using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Sharing;

/// <summary>One of whom something can be shared with.</summary>
internal sealed record ShareeData(
    string? Label,
    string? Subline,
    ShareeValue? Value,
    [property: JsonPropertyName("shareWithDisplayNameUnique")] string? Unique
);
