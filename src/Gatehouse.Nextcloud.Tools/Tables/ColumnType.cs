using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>What a column holds, in words for a model.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnType>))]
internal enum ColumnType
{
    /// <summary>A line of text.</summary>
    [JsonStringEnumMemberName("line")]
    Line,

    /// <summary>Text of several lines.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>A link.</summary>
    [JsonStringEnumMemberName("link")]
    Link,

    /// <summary>A number.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>A percentage.</summary>
    [JsonStringEnumMemberName("progress")]
    Progress,

    /// <summary>0 to 5 stars.</summary>
    [JsonStringEnumMemberName("stars")]
    Stars,

    /// <summary>One of several options.</summary>
    [JsonStringEnumMemberName("selection")]
    Selection,

    /// <summary>Any of several options.</summary>
    [JsonStringEnumMemberName("multi")]
    Multi,

    /// <summary>Yes or no.</summary>
    [JsonStringEnumMemberName("check")]
    Check,

    /// <summary>A day and a time.</summary>
    [JsonStringEnumMemberName("datetime")]
    DateTime,

    /// <summary>A day.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>A time of the day.</summary>
    [JsonStringEnumMemberName("time")]
    Time,

    /// <summary>User ids.</summary>
    [JsonStringEnumMemberName("people")]
    People,

    /// <summary>Something newer.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
