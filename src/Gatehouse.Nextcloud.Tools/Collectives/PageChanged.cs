using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Collectives;

/// <summary>A page, or a collective, that was made or changed.</summary>
internal sealed record PageChanged(
    PageItem? Page = null,
    [property: Description("The etag of its text; absent when that was not written.")] string? Etag = null,
    CollectiveItem? Collective = null
);
