using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Files;
using Gatehouse.Nextcloud.Tools.Notes;

namespace Gatehouse.Nextcloud.Tools.Hosting;

/// <summary>All JSON of the tools: what they take and what they answer.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(AccessAnswer))]
[JsonSerializable(typeof(NoteList))]
[JsonSerializable(typeof(NotesFound))]
[JsonSerializable(typeof(NoteSummary))]
[JsonSerializable(typeof(NoteText))]
[JsonSerializable(typeof(NoteDeleted))]
[JsonSerializable(typeof(NoteUpdateMode))]
[JsonSerializable(typeof(FolderList))]
[JsonSerializable(typeof(FileText))]
[JsonSerializable(typeof(FileChanged))]
[JsonSerializable(typeof(FileDeleted))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(bool?))]
internal sealed partial class ToolsJson : JsonSerializerContext;
