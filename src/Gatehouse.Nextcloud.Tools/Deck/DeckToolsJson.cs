using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>The JSON of Deck's tools.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(BoardList))]
[JsonSerializable(typeof(BoardAnswer))]
[JsonSerializable(typeof(BoardPart))]
[JsonSerializable(typeof(BoardPartKind?))]
[JsonSerializable(typeof(CardList))]
[JsonSerializable(typeof(CardAnswer))]
[JsonSerializable(typeof(CardDetails))]
[JsonSerializable(typeof(CommentAnswer))]
[JsonSerializable(typeof(AttachmentAnswer))]
[JsonSerializable(typeof(Removed))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class DeckToolsJson : JsonSerializerContext;
