using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Collectives;

/// <summary>An emoji; null takes it away.</summary>
internal sealed record EmojiWrite([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Emoji);
