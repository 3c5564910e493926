using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Where somebody who is added comes from, in Talk's words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParticipantSource>))]
internal enum ParticipantSource
{
    /// <summary>People of this cloud.</summary>
    [JsonStringEnumMemberName("users")]
    Users,

    /// <summary>The members of groups.</summary>
    [JsonStringEnumMemberName("groups")]
    Groups,

    /// <summary>The members of teams.</summary>
    [JsonStringEnumMemberName("circles")]
    Circles,

    /// <summary>Guests, who get a mail.</summary>
    [JsonStringEnumMemberName("emails")]
    Emails,

    /// <summary>People of other clouds.</summary>
    [JsonStringEnumMemberName("federated_users")]
    FederatedUsers,
}
