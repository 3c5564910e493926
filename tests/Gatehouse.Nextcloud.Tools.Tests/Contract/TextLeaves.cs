using System.Text.Json.Nodes;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>The texts in a JSON document and where they are, e.g. <c>rows.0.Name</c>.</summary>
internal static class TextLeaves
{
    public static IEnumerable<(string Path, string Value)> Of(JsonNode node, string path = "") =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Below(member.Value, path, member.Key)),
            JsonArray items => items.SelectMany((item, index) => Below(item, path, $"{index}")),
            JsonValue value when value.TryGetValue<string>(out var text) => [(path, text)],
            _ => [],
        };

    private static IEnumerable<(string Path, string Value)> Below(JsonNode? node, string path, string name) =>
        node is null ? [] : Of(node, path.Length == 0 ? name : $"{path}.{name}");
}
