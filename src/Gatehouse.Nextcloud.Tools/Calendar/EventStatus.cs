using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>RFC 5545 §3.8.1.11.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventStatus>))]
internal enum EventStatus
{
    /// <summary>It takes place.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,

    /// <summary>It perhaps takes place.</summary>
    [JsonStringEnumMemberName("tentative")]
    Tentative,

    /// <summary>It does not take place.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
