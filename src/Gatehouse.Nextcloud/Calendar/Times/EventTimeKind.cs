namespace Gatehouse.Nextcloud.Calendar.Times;

/// <summary>RFC 5545 §3.3.4 and §3.3.5: the forms a time has in a calendar.</summary>
internal enum EventTimeKind
{
    /// <summary>A day.</summary>
    Date,

    /// <summary>What the clock shows wherever one is.</summary>
    Floating,

    /// <summary>UTC.</summary>
    Utc,

    /// <summary>What the clock shows in a zone.</summary>
    Zoned,
}
