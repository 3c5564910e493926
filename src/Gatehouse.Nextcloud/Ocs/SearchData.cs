using System.Text.Json;

namespace Gatehouse.Nextcloud.Ocs;

/// <summary>The data of a unified search; the cursor is a number, a text or null.</summary>
internal sealed record SearchData(bool IsPaginated, SearchEntry[]? Entries, JsonElement? Cursor);
