using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>A page of events.</summary>
internal sealed record EventList(
    IReadOnlyList<EventItem> Events,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
