using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Tasks;

/// <summary>RFC 5545 §3.8.1.11.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaskState>))]
internal enum TaskState
{
    /// <summary>Not begun.</summary>
    [JsonStringEnumMemberName("needs-action")]
    NeedsAction,

    /// <summary>Begun.</summary>
    [JsonStringEnumMemberName("in-process")]
    InProcess,

    /// <summary>Done.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>Given up.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
