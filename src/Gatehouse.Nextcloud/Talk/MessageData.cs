using System.Text.Json;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>A message as the API writes it, as far as it is used. Maps that are empty come as arrays.</summary>
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
    JsonElement? Reactions,
    string[]? ReactionsSelf,
    long? ThreadId,
    long? LastEditTimestamp,
    MessageData? Parent
);
