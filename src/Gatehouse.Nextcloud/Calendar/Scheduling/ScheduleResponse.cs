using System.Net;
using System.Xml;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Calendar.Scheduling;

/// <summary>RFC 6638 §10.1: reads what the outbox answers, one response for each person asked.</summary>
internal static class ScheduleResponse
{
    private static readonly XNamespace calDav = CalendarNames.CalDav;

    public static IReadOnlyList<PersonBusy> Read(CloudRequest request, CloudAnswer answer)
    {
        try
        {
            var root = answer.Status == HttpStatusCode.OK ? DavXml.Root(answer.Body) : null;
            return root?.Is(calDav + "schedule-response") == true
                ? [.. root.Elements.Where(e => e.Is(calDav + "response")).Select(r => Person(request, r))]
                : throw new XmlException("The root is no schedule-response.");
        }
        catch (XmlException exception)
        {
            throw new NextcloudException(
                ErrorReader.Unexpected(request, "It answered no readable schedule-response."),
                exception
            );
        }
    }

    private static PersonBusy Person(CloudRequest request, DavElement response)
    {
        var recipient = response.Element(calDav + "recipient")?.Element(CalendarNames.Dav + "href")?.Text ?? "";
        var status = response.Element(calDav + "request-status")?.Text ?? "";
        var data = response.Element(calDav + "calendar-data")?.Text;
        var isKnown = status.StartsWith("2.", StringComparison.Ordinal) && data is not null;
        return new(
            EventReader.AddressOf(recipient),
            isKnown,
            isKnown ? [.. BusyOf(CalendarCall.ReadIcs(request, data!)).OrderBy(b => b.From)] : []
        );
    }

    private static IEnumerable<BusyTime> BusyOf(IcsComponent calendar)
    {
        var zones = new ZoneTable(calendar, TimeZoneId.Utc);
        foreach (var line in calendar.Components("VFREEBUSY").SelectMany(c => c.Lines("FREEBUSY")))
        {
            var type = line.Parameter("FBTYPE")?.ToUpperInvariant();
            if (type == "FREE")
                continue;

            foreach (var period in line.Value.Split(','))
            {
                if (PeriodOf(period.Trim(), zones) is var (from, to))
                    yield return new(from, to, type == "BUSY-TENTATIVE");
            }
        }
    }

    /// <summary>RFC 5545 §3.3.9: from and to, or from and how long.</summary>
    private static (DateTimeOffset From, DateTimeOffset To)? PeriodOf(string text, ZoneTable zones)
    {
        var parts = text.Split('/');
        if (parts.Length != 2 || EventTime.Read(parts[0], tzid: null, zones) is not { } from)
            return null;
        if (EventTime.Read(parts[1], tzid: null, zones) is { } to)
            return (from.Moment, to.Moment);
        return IcsDuration.Parse(parts[1]) is { } length
            ? (from.Moment, from.Moment.AddDays(length.Days).AddSeconds(length.Seconds))
            : null;
    }
}
