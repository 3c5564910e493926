using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Gatehouse.Testing.Recordings;

/// <summary>What was sent. <see cref="Path"/> holds the query too, exactly as sent (percent-encoded).</summary>
public sealed record RecordedRequest(string Method, string Path, ImmutableArray<RecordedHeader> Headers, string? Body)
{
    private const string Base64Mark = "base64:";

    /// <summary>The path without its query.</summary>
    public string PathOnly => Path.Split('?', 2)[0];

    /// <summary>The query without its question mark; empty when there is none.</summary>
    public string Query => Path.Contains('?', StringComparison.Ordinal) ? Path.Split('?', 2)[1] : "";

    /// <summary>The body as bytes; <c>base64:</c> bodies are decoded. Empty when there was none.</summary>
    public byte[] BodyBytes =>
        Body switch
        {
            null => [],
            var coded when coded.StartsWith(Base64Mark, StringComparison.Ordinal) => Convert.FromBase64String(
                coded[Base64Mark.Length..]
            ),
            var text => Encoding.UTF8.GetBytes(text),
        };

    /// <summary>The recorder cut long bodies and wrote <c>...[N bytes]</c> at their end: such a body cannot be sent again.</summary>
    public bool BodyIsCut =>
        Body is { } body
        && body.EndsWith("bytes]", StringComparison.Ordinal)
        && body.Contains("...[", StringComparison.Ordinal);

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(h => string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;

    internal static RecordedRequest Read(JsonElement json) =>
        new(
            json.GetProperty("method").GetString()!,
            json.GetProperty("path").GetString()!,
            [
                .. json.GetProperty("headers")
                    .EnumerateObject()
                    .Select(h => new RecordedHeader(h.Name, h.Value.GetString()!)),
            ],
            json.TryGetProperty("body", out var body) ? TextOf(body) : null
        );

    private static string? TextOf(JsonElement body) =>
        body.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => body.GetString(),
            _ => body.GetRawText(),
        };
}
