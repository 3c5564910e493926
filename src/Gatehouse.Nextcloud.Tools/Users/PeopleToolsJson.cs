using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Users;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(PeopleFound))]
[JsonSerializable(typeof(MemberList))]
[JsonSerializable(typeof(ProfileAnswer))]
internal sealed partial class PeopleToolsJson : JsonSerializerContext;
