using System.Text.Json;

namespace Gatehouse.Nextcloud.Search;

/// <summary>A hit as the API writes it, as far as it is used. No attributes are an empty array.</summary>
internal sealed record HitData(string? Title, string? Subline, string? ResourceUrl, JsonElement? Attributes);
