using System.Collections.Immutable;
using System.Net;
using System.Text.Json;

namespace Gatehouse.Testing.Recordings;

/// <summary>What the recorder kept of a page: title, visible text and forms.</summary>
public sealed record RecordedHtml(string Title, string Text, ImmutableArray<string> Forms)
{
    /// <summary>A page with the same title, text and forms.</summary>
    public string Render() =>
        $"<!DOCTYPE html><html><head><title>{WebUtility.HtmlEncode(Title)}</title></head><body>{WebUtility.HtmlEncode(Text)}{string.Concat(Forms)}</body></html>";

    internal static RecordedHtml? Read(JsonElement json) =>
        json.ValueKind != JsonValueKind.Object
            ? null
            : new(
                json.GetProperty("title").GetString() ?? "",
                json.GetProperty("text").GetString() ?? "",
                [.. json.GetProperty("forms").EnumerateArray().Select(f => f.GetString()!)]
            );
}
