using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Tasks;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(TaskList))]
[JsonSerializable(typeof(TaskSaved))]
[JsonSerializable(typeof(TaskDeleted))]
[JsonSerializable(typeof(TaskState?))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(int[]))]
internal sealed partial class TasksToolsJson : JsonSerializerContext;
