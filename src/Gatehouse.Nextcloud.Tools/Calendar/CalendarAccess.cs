using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>What somebody may do with a calendar.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CalendarAccess>))]
internal enum CalendarAccess
{
    /// <summary>Look at it.</summary>
    [JsonStringEnumMemberName("read")]
    Read,

    /// <summary>Change what is in it.</summary>
    [JsonStringEnumMemberName("write")]
    Write,

    /// <summary>Nothing any more.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
