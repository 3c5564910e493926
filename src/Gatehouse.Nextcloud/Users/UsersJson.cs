using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Users;

/// <summary>The JSON of people and groups.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(OcsEnvelope<AutocompleteData[]>))]
[JsonSerializable(typeof(SuggestedStatusData))]
[JsonSerializable(typeof(OcsEnvelope<UserList>))]
[JsonSerializable(typeof(OcsEnvelope<GroupList>))]
[JsonSerializable(typeof(OcsEnvelope<ProfileData>))]
internal sealed partial class UsersJson : JsonSerializerContext;
