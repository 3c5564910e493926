using System.Text.Json;

namespace Gatehouse.Nextcloud.Users;

/// <summary>A suggestion as the API writes it; <c>status</c> is an object or an empty text.</summary>
internal sealed record AutocompleteData(
    string? Id,
    string? Label,
    string? Source,
    string? Subline,
    string? ShareWithDisplayNameUnique,
    JsonElement? Status
);
