using System.Globalization;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>GET of a calendar with <c>?export</c>: all of it as one iCalendar object.</summary>
internal sealed class CalendarExport(ObjectStore store, TimeProvider time)
{
    public async Task<DavError?> HandleAsync(DavCall call, string uri)
    {
        if (store.Current.Open(call.Me.Id, uri) is not { } opened)
        {
            return DavError.NotFound($"Calendar with name '{uri}' could not be found");
        }

        var today = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        call.Response.Headers.ContentDisposition = $"attachment; filename=\"{uri}-{today}.ics\"";
        await call.Response.TextAsync(
            StatusCodes.Status200OK,
            "text/calendar;charset=UTF-8",
            Merge(opened.Collection).ToString()
        );
        return null;
    }

    private static VObject Merge(ObjectCollection calendar)
    {
        var merged = new VObject("VCALENDAR")
        {
            Properties =
            [
                VProperty.Of("VERSION", "2.0"),
                VProperty.Of("CALSCALE", "GREGORIAN"),
                VProperty.Of("PRODID", "-//SabreDAV//SabreDAV//EN"),
                VProperty.Of(
                    "X-WR-CALNAME",
                    CalendarProperties.Set(calendar, CalendarProperties.DisplayName) ?? calendar.Uri
                ),
            ],
        };
        if (CalendarProperties.Set(calendar, CalendarProperties.Color) is { } color)
        {
            merged.Properties.Add(VProperty.Of("X-APPLE-CALENDAR-COLOR", color));
        }

        merged.Properties.Add(new VProperty("REFRESH-INTERVAL", [new("VALUE", "DURATION")], "PT4H"));
        merged.Properties.Add(VProperty.Of("X-PUBLISHED-TTL", "PT4H"));
        var zones = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in calendar.Objects.SelectMany(item => item.Parsed.Children))
        {
            if (child.Name != "VTIMEZONE" || zones.Add(child.Value("TZID") ?? ""))
            {
                merged.Children.Add(child);
            }
        }

        return merged;
    }
}
