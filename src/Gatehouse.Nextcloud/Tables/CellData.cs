using System.Text.Json;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>A value of a row.</summary>
internal sealed record CellData(long ColumnId, JsonElement Value);
