using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>When people are free.</summary>
internal sealed record FreeTime(
    [property: Description("Times at which everybody known is free, in the person's zone.")]
        IReadOnlyList<FreeTimeSlot> Slots,
    [property: Description("People this Nextcloud knows nothing of: ask them.")] IReadOnlyList<string>? Unknown = null
);
