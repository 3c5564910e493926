using System.Text.Json;
using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Php;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>A message as the API writes it, as far as it is used.</summary>
internal sealed record MessageData(
    long Id,
    string? ActorType,
    string? ActorId,
    string? ActorDisplayName,
    long Timestamp,
    string? Message,
    JsonElement? MessageParameters,
    string? SystemMessage,
    string? MessageType,
    [property: JsonConverter(typeof(MapOrNothing<Dictionary<string, int>>))] Dictionary<string, int>? Reactions,
    string[]? ReactionsSelf,
    long? ThreadId,
    long? LastEditTimestamp,
    MessageData? Parent
);
