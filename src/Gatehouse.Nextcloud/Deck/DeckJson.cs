using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>All JSON of Deck.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(BoardData[]))]
[JsonSerializable(typeof(StackData[]))]
[JsonSerializable(typeof(CardData[]))]
[JsonSerializable(typeof(AttachmentData[]))]
[JsonSerializable(typeof(AttachmentDetails))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(OcsEnvelope<CardData[]>))]
[JsonSerializable(typeof(OcsEnvelope<JsonNode>))]
[JsonSerializable(typeof(OcsEnvelope<CommentData>))]
[JsonSerializable(typeof(OcsEnvelope<CommentData[]>))]
[JsonSerializable(typeof(OcsEnvelope<CardShareData>))]
[JsonSerializable(typeof(BoardWrite))]
[JsonSerializable(typeof(TitleWrite))]
[JsonSerializable(typeof(MemberWrite))]
[JsonSerializable(typeof(CardDraft))]
[JsonSerializable(typeof(CommentWrite))]
[JsonSerializable(typeof(CardOrderWrite))]
[JsonSerializable(typeof(CardLabelWrite))]
[JsonSerializable(typeof(CardUserWrite))]
[JsonSerializable(typeof(CardShareWrite))]
internal sealed partial class DeckJson : JsonSerializerContext;
