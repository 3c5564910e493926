using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Php;

namespace Gatehouse.Nextcloud.Users;

/// <summary>A suggestion as the API writes it.</summary>
internal sealed record AutocompleteData(
    string? Id,
    string? Label,
    string? Source,
    string? Subline,
    string? ShareWithDisplayNameUnique,
    [property: JsonConverter(typeof(MapOrNothing<SuggestedStatusData>))] SuggestedStatusData? Status
);
