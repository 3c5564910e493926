using System.Globalization;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Calendar.Ics;

namespace Gatehouse.Nextcloud.Calendar.Scheduling;

/// <summary>RFC 6638 §5.1: writes a VFREEBUSY request.</summary>
internal static class FreeBusyRequest
{
    public static string Write(
        string organizer,
        IEnumerable<string> people,
        DateTimeOffset from,
        DateTimeOffset to,
        TimeProvider time
    )
    {
        var request = new IcsComponent("VFREEBUSY");
        request.Add(IcsLine.Of("UID", Guid.CreateVersion7(time.GetUtcNow()).ToString()));
        request.Add(IcsLine.Of("DTSTAMP", Form(time.GetUtcNow())));
        request.Add(IcsLine.Of("DTSTART", Form(from)));
        request.Add(IcsLine.Of("DTEND", Form(to)));
        request.Add(IcsLine.Of("ORGANIZER", Attendees.UriOf(organizer)));
        foreach (var person in people.Prepend(organizer).Distinct(StringComparer.OrdinalIgnoreCase))
            request.Add(IcsLine.Of("ATTENDEE", Attendees.UriOf(person)));

        var calendar = new IcsComponent("VCALENDAR");
        calendar.Add(IcsLine.Of("VERSION", "2.0"));
        calendar.Add(IcsLine.Of("PRODID", EditContext.ProductId));
        calendar.Add(IcsLine.Of("METHOD", "REQUEST"));
        calendar.Add(request);
        return calendar.ToString();
    }

    private static string Form(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
