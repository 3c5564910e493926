using System.Xml.Linq;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>RFC 4791 §9.7.5, RFC 6352 §10.5.4: <c>text-match</c>.</summary>
internal static class TextMatch
{
    public static bool Fits(XElement match, string value)
    {
        var comparison =
            match.Attribute("collation")?.Value == "i;octet"
                ? StringComparison.Ordinal
                : StringComparison.OrdinalIgnoreCase;
        var wanted = match.Value;
        var fits = match.Attribute("match-type")?.Value switch
        {
            "equals" => value.Equals(wanted, comparison),
            "starts-with" => value.StartsWith(wanted, comparison),
            "ends-with" => value.EndsWith(wanted, comparison),
            _ => value.Contains(wanted, comparison),
        };
        return fits != (match.Attribute("negate-condition")?.Value == "yes");
    }
}
