using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Php;

namespace Gatehouse.Nextcloud.Search;

/// <summary>An answer as the API writes it.</summary>
internal sealed record PageData(
    bool IsPaginated,
    HitData[]? Entries,
    [property: JsonConverter(typeof(TextOrNumber))] string? Cursor
);
