using System.Text.Json;
using System.Xml;

namespace Gatehouse.Nextcloud.Tools.Errors;

/// <summary>
/// Texts a cloud can keep: those XML 1.0 §2.2 can carry, since WebDAV is XML. What else there is (control characters but for tabs and ends of
/// lines, halves of surrogate pairs) would be dropped without a word by some apps and break the request to others.
/// </summary>
internal static class TextCheck
{
    /// <summary>What is wrong with the texts in an argument; null when nothing is.</summary>
    public static string? ErrorOf(string name, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => OfText(name, value),
            JsonValueKind.Array => value
                .EnumerateArray()
                .Select(one => ErrorOf(name, one))
                .FirstOrDefault(e => e is not null),
            JsonValueKind.Object => value
                .EnumerateObject()
                .Select(member => ErrorOf(name, member.Value))
                .FirstOrDefault(e => e is not null),
            _ => null,
        };

    private static string? OfText(string name, JsonElement value)
    {
        try
        {
            _ = XmlConvert.VerifyXmlChars(value.GetString()!);
            return null;
        }
        // JSON can say half of a pair, and no text can hold it.
        catch (Exception exception) when (exception is XmlException or InvalidOperationException)
        {
            return $"'{name}' holds a character that no text can: a control character, or half of a surrogate pair. Leave it away, or give a file that needs it as base64.";
        }
    }
}
