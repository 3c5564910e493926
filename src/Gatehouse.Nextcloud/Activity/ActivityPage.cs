namespace Gatehouse.Nextcloud.Activity;

/// <summary>A page of activities, newest first.</summary>
/// <param name="Entries">What happened.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record ActivityPage(IReadOnlyList<ActivityEntry> Entries, long? Next);
