using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Collectives;

/// <summary>Some pages of a collective.</summary>
internal sealed record PageList(
    IReadOnlyList<PageItem> Pages,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
