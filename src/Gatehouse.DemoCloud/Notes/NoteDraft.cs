using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Notes;

/// <summary>What a client wants a note to be; missing members stay as they are.</summary>
internal sealed record NoteDraft(string? Title, string? Category, string? Content, bool? Favorite, long? Modified)
{
    public static NoteDraft Parse(JsonObject? body) =>
        new(
            body?["title"]?.ToString(),
            body?["category"]?.ToString(),
            body?["content"]?.ToString(),
            body?["favorite"] is { } favorite
                ? favorite.GetValueKind() == JsonValueKind.True || favorite.ToString() is "1" or "true"
                : null,
            long.TryParse(body?["modified"]?.ToString(), CultureInfo.InvariantCulture, out var modified) && modified > 0
                ? modified
                : null
        );
}
