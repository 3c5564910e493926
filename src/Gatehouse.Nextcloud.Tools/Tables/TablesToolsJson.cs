using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>The JSON of the tools for tables.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(TableList))]
[JsonSerializable(typeof(TableAnswer))]
[JsonSerializable(typeof(TableDetails))]
[JsonSerializable(typeof(ColumnAnswer))]
[JsonSerializable(typeof(ViewAnswer))]
[JsonSerializable(typeof(RowList))]
[JsonSerializable(typeof(RowsCreated))]
[JsonSerializable(typeof(RowAnswer))]
[JsonSerializable(typeof(RowDeleted))]
[JsonSerializable(typeof(TablePartDeleted))]
[JsonSerializable(typeof(ColumnType?))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(IReadOnlyList<Dictionary<string, JsonElement>>))]
internal sealed partial class TablesToolsJson : JsonSerializerContext;
