using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Search;

/// <summary>What was found everywhere.</summary>
internal sealed record SearchAnswer(
    IReadOnlyList<SearchItem> Hits,
    [property: Description("Where was searched.")] IReadOnlyList<string> Searched,
    [property: Description("Where it failed, and why.")] IReadOnlyDictionary<string, string>? Failed = null,
    [property: Description("Not searched because the person did not allow the app.")]
        IReadOnlyList<string>? NotAllowed = null,
    [property: Description("Pass it as cursor for more; absent at the end.")] string? NextCursor = null
);
