using System.Text.Json;
using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>The JSON of Talk.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(OcsEnvelope<ConversationData>))]
[JsonSerializable(typeof(OcsEnvelope<ConversationData[]>))]
[JsonSerializable(typeof(OcsEnvelope<MessageData>))]
[JsonSerializable(typeof(OcsEnvelope<MessageData[]>))]
[JsonSerializable(typeof(OcsEnvelope<ParticipantData[]>))]
[JsonSerializable(typeof(OcsEnvelope<PollData>))]
[JsonSerializable(typeof(OcsEnvelope<JsonElement?>))]
[JsonSerializable(typeof(Dictionary<string, ReactionData[]>))]
[JsonSerializable(typeof(Dictionary<string, int>))]
[JsonSerializable(typeof(RoomWrite))]
[JsonSerializable(typeof(ParticipantWrite))]
[JsonSerializable(typeof(MessageWrite))]
[JsonSerializable(typeof(ReactionWrite))]
[JsonSerializable(typeof(ReadWrite))]
[JsonSerializable(typeof(PollWrite))]
internal sealed partial class TalkJson : JsonSerializerContext;
