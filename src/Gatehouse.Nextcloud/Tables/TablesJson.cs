using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>All JSON of Tables.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(OcsEnvelope<TableData>))]
[JsonSerializable(typeof(OcsEnvelope<TableData[]>))]
[JsonSerializable(typeof(SchemeData))]
[JsonSerializable(typeof(JsonObject[]))]
[JsonSerializable(typeof(ColumnData))]
[JsonSerializable(typeof(IReadOnlyList<ColumnOption>))]
[JsonSerializable(typeof(ViewData))]
[JsonSerializable(typeof(RowData[]))]
[JsonSerializable(typeof(TableWrite))]
[JsonSerializable(typeof(ViewDraft))]
[JsonSerializable(typeof(ViewUpdate))]
[JsonSerializable(typeof(RowWrite))]
internal sealed partial class TablesJson : JsonSerializerContext;
