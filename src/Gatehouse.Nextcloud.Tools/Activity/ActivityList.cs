using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Activity;

/// <summary>A page of activities.</summary>
internal sealed record ActivityList(
    IReadOnlyList<ActivityItem> Activities,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
