using System.Xml;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>ECMA-376 part 2: how the parts of an office document find each other.</summary>
internal static class OfficeParts
{
    /// <summary>The name of the main part.</summary>
    public static string Main(ZipParts parts) =>
        Targets(parts, "").Values.FirstOrDefault(t => t.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Part
        ?? throw new InvalidDataException("It names no main part.");

    /// <summary>What a part relates to, by the id of the relation.</summary>
    public static Dictionary<string, (string Type, string Part)> Targets(ZipParts parts, string part)
    {
        var folder = part.Contains('/', StringComparison.Ordinal) ? part[..(part.LastIndexOf('/') + 1)] : "";
        var targets = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var xml = parts.Find($"{folder}_rels/{part[folder.Length..]}.rels");
        while (xml?.Read() is true)
        {
            if (!IsInside(xml))
                continue;

            var target = xml.GetAttribute("Target") ?? "";
            targets[xml.GetAttribute("Id") ?? ""] = (xml.GetAttribute("Type") ?? "", Resolve(folder, target));
        }

        return targets;
    }

    private static bool IsInside(XmlReader xml) =>
        xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
        && xml.GetAttribute("TargetMode") != "External";

    private static string Resolve(string folder, string target) =>
        target.StartsWith('/') ? target[1..] : new Uri(new Uri("zip:///" + folder), target).AbsolutePath.TrimStart('/');
}
