using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.UserStatus;

/// <summary>What a person can say they are, in Nextcloud's words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatusChoice>))]
internal enum StatusChoice
{
    /// <summary>There.</summary>
    [JsonStringEnumMemberName("online")]
    Online,

    /// <summary>Not there at present.</summary>
    [JsonStringEnumMemberName("away")]
    Away,

    /// <summary>Busy, with notifications.</summary>
    [JsonStringEnumMemberName("busy")]
    Busy,

    /// <summary>Not to be disturbed: no notifications.</summary>
    [JsonStringEnumMemberName("dnd")]
    Dnd,

    /// <summary>There, and shown as offline.</summary>
    [JsonStringEnumMemberName("invisible")]
    Invisible,

    /// <summary>Not there.</summary>
    [JsonStringEnumMemberName("offline")]
    Offline,
}
