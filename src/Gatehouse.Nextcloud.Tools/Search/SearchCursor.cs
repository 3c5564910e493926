using Gatehouse.Nextcloud.Tools.Paging;

namespace Gatehouse.Nextcloud.Tools.Search;

/// <summary>Where each provider that has more goes on, in one cursor.</summary>
internal static class SearchCursor
{
    private const string Tool = "search_everything";

    /// <summary>The providers and their cursors; null without a cursor.</summary>
    public static IReadOnlyDictionary<string, string>? Decode(string? cursor) =>
        OpaqueCursor.Decode(Tool, cursor) is { } text
            ? text.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2))
                .Where(pair => pair.Length == 2)
                .DistinctBy(pair => pair[0], StringComparer.Ordinal)
                .ToDictionary(
                    pair => Uri.UnescapeDataString(pair[0]),
                    pair => Uri.UnescapeDataString(pair[1]),
                    StringComparer.Ordinal
                )
            : null;

    /// <summary>One cursor; null when nobody has more.</summary>
    public static string? Encode(IEnumerable<(string Provider, string? Next)> places)
    {
        var pairs = places
            .Where(place => place.Next is not null)
            .Select(place => $"{Uri.EscapeDataString(place.Provider)}={Uri.EscapeDataString(place.Next!)}")
            .ToList();
        return pairs.Count == 0 ? null : OpaqueCursor.Encode(Tool, string.Join('&', pairs));
    }
}
