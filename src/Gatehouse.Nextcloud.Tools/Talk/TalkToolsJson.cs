using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Talk;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(ConversationList))]
[JsonSerializable(typeof(ConversationItem))]
[JsonSerializable(typeof(ConversationCreated))]
[JsonSerializable(typeof(ParticipantList))]
[JsonSerializable(typeof(ParticipantsAdded))]
[JsonSerializable(typeof(ParticipantSource))]
[JsonSerializable(typeof(ChatPage))]
[JsonSerializable(typeof(ChatSent))]
[JsonSerializable(typeof(ChatRead))]
[JsonSerializable(typeof(ReactionList))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(long?))]
internal sealed partial class TalkToolsJson : JsonSerializerContext;
