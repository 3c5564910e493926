using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Errors;

/// <summary>JSON as PHP writes it: slashes escaped, everything beyond ASCII as <c>\u</c>.</summary>
internal static class PhpJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonNode? node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            if (node is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                node.WriteTo(writer);
            }
        }

        var json = new StringBuilder();
        foreach (var letter in Encoding.UTF8.GetString(stream.ToArray()))
        {
            // A slash or a letter beyond ASCII can only stand inside a string.
            _ = letter switch
            {
                '/' => json.Append("\\/"),
                > '\x7f' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => json.Append(letter),
            };
        }

        return json.ToString();
    }
}
