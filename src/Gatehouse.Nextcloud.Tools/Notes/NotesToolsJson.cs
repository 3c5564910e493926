using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Notes;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(NoteList))]
[JsonSerializable(typeof(NotesFound))]
[JsonSerializable(typeof(NoteSummary))]
[JsonSerializable(typeof(NoteText))]
[JsonSerializable(typeof(NoteDeleted))]
[JsonSerializable(typeof(NoteUpdateMode))]
internal sealed partial class NotesToolsJson : JsonSerializerContext;
