using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>A column as it was answered when it was written.</summary>
internal sealed record StoredColumn(long Id, long TableId, JsonObject Json)
{
    public string Title => (string?)Json["title"] ?? "";

    public string Type => (string?)Json["type"] ?? "";

    public string Subtype => (string?)Json["subtype"] ?? "";

    public bool IsMandatory => (bool?)Json["mandatory"] ?? false;
}
