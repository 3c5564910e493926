using System.Text.Json;
using System.Xml;

namespace Gatehouse.Nextcloud.Tools.Errors;

/// <summary>
/// Texts a cloud can keep: those XML 1.0 §2.2 can carry, since WebDAV is XML. What else there is (control characters but for tabs and ends of
/// lines) would be dropped without a word by some apps and break the request to others. The content of a file goes as it is, so it may hold what
/// is read as text: all but NUL. Halves of surrogate pairs do not come this far (<see cref="HalfPairs"/>).
/// </summary>
internal static class TextCheck
{
    /// <summary>What is wrong with the texts in an argument; null when nothing is.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <param name="value">The argument.</param>
    /// <param name="isContent">It becomes the content of a file.</param>
    public static string? ErrorOf(string name, JsonElement value, bool isContent) =>
        value.ValueKind switch
        {
            JsonValueKind.String => OfText(name, value.GetString()!, isContent),
            JsonValueKind.Array => value
                .EnumerateArray()
                .Select(one => ErrorOf(name, one, isContent))
                .FirstOrDefault(e => e is not null),
            JsonValueKind.Object => value
                .EnumerateObject()
                .Select(member => ErrorOf(name, member.Value, isContent))
                .FirstOrDefault(e => e is not null),
            _ => null,
        };

    private static string? OfText(string name, string text, bool isContent)
    {
        if (isContent)
            return text.Contains('\0', StringComparison.Ordinal)
                ? $"'{name}' holds NUL, which no text can. Leave it away, or give base64 where the tool takes it."
                : null;
        try
        {
            _ = XmlConvert.VerifyXmlChars(text);
            return null;
        }
        catch (XmlException)
        {
            return $"'{name}' holds a control character. Leave it away.";
        }
    }
}
