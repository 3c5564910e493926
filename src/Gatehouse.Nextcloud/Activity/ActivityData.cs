using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Activity;

/// <summary>An activity as the API writes it, as far as it is used.</summary>
internal sealed record ActivityData(
    [property: JsonPropertyName("activity_id")] long ActivityId,
    string? App,
    string? Type,
    string? User,
    DateTimeOffset Datetime,
    string? Subject,
    string? Message,
    string? Link,
    [property: JsonPropertyName("object_type")] string? ObjectType,
    [property: JsonPropertyName("object_id")] JsonElement? ObjectId,
    [property: JsonPropertyName("object_name")] string? ObjectName
);
