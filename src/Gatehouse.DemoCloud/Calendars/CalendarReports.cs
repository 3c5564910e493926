using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>REPORT on a calendar.</summary>
internal sealed class CalendarReports(ObjectStore store, TimeProvider time)
{
    public async Task<DavError?> HandleAsync(DavCall call, XElement? report, string uri)
    {
        if (store.Current.Open(call.Me.Id, uri) is not { } opened)
        {
            return DavError.NotFound($"Calendar with name '{uri}' could not be found");
        }

        if (report?.Name == DavNames.Cal + "free-busy-query")
        {
            return await FreeBusyAsync(call, report, opened.Collection);
        }

        if (report?.Name == DavNames.D + "sync-collection")
        {
            await SyncReport.AnswerAsync(
                call,
                report,
                opened.Collection,
                (item, names) => Response(call, uri, item, names, report),
                name => call.Href($"calendars/{call.Me.Id}/{uri}/{name}")
            );
            return null;
        }

        IEnumerable<StoredObject> found;
        if (report?.Name == DavNames.Cal + "calendar-query")
        {
            found = opened.Collection.Objects.Where(item =>
                CalendarFilter.Fits(report.Element(DavNames.Cal + "filter"), item)
            );
        }
        else if (report?.Name == DavNames.Cal + "calendar-multiget")
        {
            var wanted = report.Elements(DavNames.D + "href").Select(NameOf).ToHashSet(StringComparer.Ordinal);
            found = opened.Collection.Objects.Where(item => wanted.Contains(item.Name));
        }
        else
        {
            return DavError.Of(415, "ReportNotSupported", "");
        }

        call.Response.Headers.Vary = "Brief,Prefer";
        var names = DavXml.PropNames(report);
        await DavXml.MultistatusAsync(call.Response, found.Select(item => Response(call, uri, item, names, report)));
        return null;
    }

    private async Task<DavError?> FreeBusyAsync(DavCall call, XElement report, ObjectCollection calendar)
    {
        if (report.Element(DavNames.Cal + "time-range") is not { } range)
        {
            return DavError.BadRequest("The freebusy report must have a time-range filter");
        }

        var (start, end) = CalendarFilter.Bounds(range);
        var busy = FreeBusy.Wrap(FreeBusy.Of([calendar], start, end, time.GetUtcNow().UtcDateTime), method: null);
        await call.Response.TextAsync(StatusCodes.Status200OK, "text/calendar;charset=UTF-8", busy.ToString());
        return null;
    }

    private static XElement Response(
        DavCall call,
        string uri,
        StoredObject item,
        IReadOnlyList<XName> names,
        XElement report
    ) =>
        CalendarObjectProperties.Response(
            call,
            $"calendars/{call.Me.Id}/{uri}",
            item,
            names,
            report.Element(DavNames.D + "prop")?.Element(CalendarObjectProperties.Data)
        );

    public static string NameOf(XElement href) => Uri.UnescapeDataString(href.Value.TrimEnd('/').Split('/')[^1]);
}
