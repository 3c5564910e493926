using System.Text.Json.Serialization;

namespace Gatehouse.Stdio;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    WriteIndented = true
)]
[JsonSerializable(typeof(StoredLogin[]))]
internal sealed partial class StdioJson : JsonSerializerContext;
