using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Tools.Files.Tags;
using Gatehouse.Nextcloud.Tools.Files.Trash;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>The JSON of the tools for files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(FolderList))]
[JsonSerializable(typeof(FileText))]
[JsonSerializable(typeof(FileDetails))]
[JsonSerializable(typeof(FileChanged))]
[JsonSerializable(typeof(FileDeleted))]
[JsonSerializable(typeof(FileMarked))]
[JsonSerializable(typeof(TrashList))]
[JsonSerializable(typeof(TrashDeleted))]
[JsonSerializable(typeof(FileRestored))]
internal sealed partial class FilesToolsJson : JsonSerializerContext;
