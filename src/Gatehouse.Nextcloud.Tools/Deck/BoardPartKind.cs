using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>What of a board is written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BoardPartKind>))]
internal enum BoardPartKind
{
    /// <summary>A list of cards.</summary>
    [JsonStringEnumMemberName("list")]
    List,

    /// <summary>A label.</summary>
    [JsonStringEnumMemberName("label")]
    Label,
}
