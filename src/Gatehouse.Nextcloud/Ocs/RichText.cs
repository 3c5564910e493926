using System.Text;
using System.Text.Json;

namespace Gatehouse.Nextcloud.Ocs;

/// <summary>
/// Nextcloud's texts with placeholders (<c>{mention-user1}</c>, <c>{file}</c>) and the objects that stand in their places.
/// </summary>
internal static class RichText
{
    /// <summary>The text with names in the places of the placeholders, people as <c>@name</c>. An empty map comes as an empty array.</summary>
    public static string Of(string text, JsonElement? parameters)
    {
        if (parameters is not { ValueKind: JsonValueKind.Object } map)
            return text;

        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            var close = rest[open..].IndexOf('}');
            if (close < 0)
                break;

            var name = rest[(open + 1)..(open + close)];
            if (map.TryGetProperty(name, out var value))
                result.Append(rest[..open]).Append(NameOf(value));
            else
                result.Append(rest[..(open + close + 1)]);
            rest = rest[(open + close + 1)..];
        }

        return result.Append(rest).ToString();
    }

    /// <summary>A member of a rich object as text; numbers come as numbers or texts.</summary>
    public static string? Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member)
            ? member.ValueKind switch
            {
                JsonValueKind.String => member.GetString(),
                JsonValueKind.Number => member.GetRawText(),
                _ => null,
            }
            : null;

    private static string NameOf(JsonElement value)
    {
        var name = Member(value, "name") ?? Member(value, "id") ?? "";
        return Member(value, "type") is "user" or "guest" ? "@" + name : name;
    }
}
