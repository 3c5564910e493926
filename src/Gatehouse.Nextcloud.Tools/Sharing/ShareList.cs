using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Sharing;

/// <summary>A page of shares.</summary>
internal sealed record ShareList(
    IReadOnlyList<ShareItem> Items,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
