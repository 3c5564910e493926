using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Notes;

/// <summary>What new content does to the old.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoteUpdateMode>))]
internal enum NoteUpdateMode
{
    /// <summary>It takes its place.</summary>
    [JsonStringEnumMemberName("replace")]
    Replace,

    /// <summary>It goes to its end.</summary>
    [JsonStringEnumMemberName("append")]
    Append,
}
