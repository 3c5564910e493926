using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>An answer to an invitation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventAnswer>))]
internal enum EventAnswer
{
    /// <summary>Comes.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>Does not come.</summary>
    [JsonStringEnumMemberName("declined")]
    Declined,

    /// <summary>Perhaps comes.</summary>
    [JsonStringEnumMemberName("tentative")]
    Tentative,
}
