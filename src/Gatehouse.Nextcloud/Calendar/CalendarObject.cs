using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>An object of a calendar as it was read: all components of one UID.</summary>
internal sealed record CalendarObject(CalendarObjectId Id, ETag ETag, IcsComponent Calendar);
