using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>RFC 5545 §3.8.1.3.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventVisibility>))]
internal enum EventVisibility
{
    /// <summary>Everybody who sees the calendar sees it.</summary>
    [JsonStringEnumMemberName("public")]
    Public,

    /// <summary>Others see only that the person is busy.</summary>
    [JsonStringEnumMemberName("private")]
    Private,

    /// <summary>Others see only that the person is busy, or nothing.</summary>
    [JsonStringEnumMemberName("confidential")]
    Confidential,
}
