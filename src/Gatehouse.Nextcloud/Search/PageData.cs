using System.Text.Json;

namespace Gatehouse.Nextcloud.Search;

/// <summary>An answer as the API writes it; the cursor is a number, a text or null.</summary>
internal sealed record PageData(bool IsPaginated, HitData[]? Entries, JsonElement? Cursor);
