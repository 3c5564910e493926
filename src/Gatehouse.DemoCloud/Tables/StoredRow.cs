using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>A row: values by column id.</summary>
internal sealed record StoredRow(long Id, long TableId, string By, string At, JsonObject Values);
