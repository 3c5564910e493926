using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Files;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(FolderList))]
[JsonSerializable(typeof(FileText))]
[JsonSerializable(typeof(FileChanged))]
[JsonSerializable(typeof(FileDeleted))]
internal sealed partial class FilesToolsJson : JsonSerializerContext;
