using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.UserStatus;

/// <summary>The JSON of the user status.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(OcsEnvelope<StatusData>))]
[JsonSerializable(typeof(OcsEnvelope<StatusData[]>))]
[JsonSerializable(typeof(StatusWrite))]
[JsonSerializable(typeof(MessageWrite))]
internal sealed partial class UserStatusJson : JsonSerializerContext;
