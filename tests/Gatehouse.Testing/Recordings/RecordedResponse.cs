using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Gatehouse.Testing.Recordings;

/// <summary>What came back: the body as bytes, or, for pages, what the recorder kept of them in <see cref="Html"/>.</summary>
public sealed record RecordedResponse(
    int Status,
    string? Reason,
    ImmutableArray<RecordedHeader> Headers,
    ImmutableArray<byte> Body,
    RecordedHtml? Html
)
{
    /// <summary>The body as text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.AsSpan());

    /// <summary>The media type without parameters, lower case; empty when there was none.</summary>
    public string MediaType => (Header("Content-Type") ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(h => string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The body as JSON.</summary>
    public JsonDocument Json() => JsonDocument.Parse(BodyText);

    internal static RecordedResponse Read(JsonElement json)
    {
        var html = json.TryGetProperty("html", out var page) ? RecordedHtml.Read(page) : null;
        return new(
            json.GetProperty("status").GetInt32(),
            json.TryGetProperty("reason", out var reason) ? reason.GetString() : null,
            [
                .. json.GetProperty("headers")
                    .EnumerateArray()
                    .Select(h => new RecordedHeader(h[0].GetString()!, h[1].GetString()!)),
            ],
            html is null ? BodyOf(json) : [.. Encoding.UTF8.GetBytes(html.Render())],
            html
        );
    }

    private static ImmutableArray<byte> BodyOf(JsonElement json)
    {
        if (!json.TryGetProperty("body", out var body) || body.ValueKind == JsonValueKind.Null)
            return [];

        var text = body.GetString()!;
        var isBase64 = json.GetProperty("bodyEncoding").GetString() == "base64";
        return [.. isBase64 ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(text)];
    }
}
