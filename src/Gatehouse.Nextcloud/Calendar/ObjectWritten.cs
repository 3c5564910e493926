using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>What a write left behind.</summary>
/// <param name="Id">Where it is now.</param>
/// <param name="ETag">Its ETag now. Null when Nextcloud changed it while it sent invitations or answers: then it has to be read for it.</param>
public sealed record ObjectWritten(CalendarObjectId Id, ETag? ETag);
