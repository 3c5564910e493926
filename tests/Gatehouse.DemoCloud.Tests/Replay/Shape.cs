using System.Text.Json;
using System.Xml.Linq;

namespace Gatehouse.DemoCloud.Tests.Replay;

/// <summary>The form of a document without its values, as a sorted set of paths.</summary>
internal static class Shape
{
    /// <summary>Each member with its type; elements of an array count as one.</summary>
    public static SortedSet<string> OfJson(string json)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        Collect(document.RootElement, "$", paths);
        return paths;
    }

    /// <summary>Each element with its namespace; <c>status</c> of WebDAV with its text, because it says which properties exist.</summary>
    public static SortedSet<string> OfXml(string xml)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        Collect(XElement.Parse(xml), "", paths);
        return paths;
    }

    private static void Collect(JsonElement element, string path, SortedSet<string> paths)
    {
        _ = paths.Add($"{path}: {(element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind)}");
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                Collect(member.Value, $"{path}.{member.Name}", paths);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in element.EnumerateArray())
            {
                Collect(one, path + "[]", paths);
            }
        }
    }

    private static void Collect(XElement element, string path, SortedSet<string> paths)
    {
        var status =
            element.Name.LocalName == "propstat" ? $" {element.Element(element.Name.Namespace + "status")?.Value}" : "";
        path = $"{path}/{element.Name}{status}";
        _ = paths.Add(path);
        foreach (var inner in element.Elements())
        {
            Collect(inner, path, paths);
        }
    }
}
