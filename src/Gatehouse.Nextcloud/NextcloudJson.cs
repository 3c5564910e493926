using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.LoginFlow;
using Gatehouse.Nextcloud.Notes;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud;

/// <summary>All JSON of this library.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(ServerStatus))]
[JsonSerializable(typeof(OcsEnvelope<CloudUser>))]
[JsonSerializable(typeof(OcsEnvelope<CapabilitiesData>))]
[JsonSerializable(typeof(OcsEnvelope<SearchData>))]
[JsonSerializable(typeof(LoginFlowInit))]
[JsonSerializable(typeof(LoginFlowCredentials))]
[JsonSerializable(typeof(NoteData))]
[JsonSerializable(typeof(NoteData[]))]
[JsonSerializable(typeof(NoteWrite))]
[JsonSerializable(typeof(NotesSettings))]
internal sealed partial class NextcloudJson : JsonSerializerContext;
