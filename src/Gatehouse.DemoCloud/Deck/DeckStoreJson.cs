using System.Text.Json.Serialization;

namespace Gatehouse.DemoCloud.Deck;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(DeckState))]
internal sealed partial class DeckStoreJson : JsonSerializerContext;
