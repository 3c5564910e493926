using System.Text.Json.Nodes;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>A row as it is written: values by column id. The app fails at the list form it answers itself.</summary>
internal sealed record RowWrite(JsonObject Data);
