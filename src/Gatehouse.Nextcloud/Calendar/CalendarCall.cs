using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Calendar.Ics;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;
using NodaTime;

namespace Gatehouse.Nextcloud.Calendar;

/// <summary>Makes CalDAV calls.</summary>
internal static class CalendarCall
{
    public const string IcsType = "text/calendar; charset=utf-8";

    public static HttpMethod Report { get; } = new("REPORT");
    public static HttpMethod MkCalendar { get; } = new("MKCALENDAR");
    public static HttpMethod PropPatch { get; } = new("PROPPATCH");

    public static CloudRequest Xml(HttpMethod method, string path, string doing, XElement body) =>
        new(method, path, doing) { Content = DavCall.Xml(body) };

    /// <summary>RFC 4791 §7.8: a calendar-query for components, with what narrows them inside.</summary>
    public static CloudRequest Query(
        string path,
        string doing,
        string component,
        params IEnumerable<XElement> narrowing
    ) => ObjectsWith(path, doing, [CalendarNames.ETag, CalendarNames.Data], component, narrowing);

    public static CloudRequest ObjectsWith(
        string path,
        string doing,
        IEnumerable<XName> properties,
        string component,
        IEnumerable<XElement> narrowing
    )
    {
        var body = new XElement(
            CalendarNames.CalDav + "calendar-query",
            new XAttribute(XNamespace.Xmlns + "c", CalendarNames.CalDav),
            new XElement(CalendarNames.Dav + "prop", properties.Select(p => new XElement(p))),
            new XElement(CalendarNames.CalDav + "filter", Filter("VCALENDAR", [Filter(component, narrowing)]))
        );
        var request = Xml(Report, path, doing, body);
        // Nextcloud keeps subscriptions as calendars that can be asked only for those who say so.
        return request with { Headers = [new("Depth", "1"), new("X-NC-CalDAV-Webcal-Caching", "On")] };
    }

    public static XElement TimeRange(Instant from, Instant to) =>
        new(CalendarNames.CalDav + "time-range", new XAttribute("start", Form(from)), new XAttribute("end", Form(to)));

    public static XElement Matches(string property, string text) =>
        new(
            CalendarNames.CalDav + "prop-filter",
            new XAttribute("name", property),
            new XElement(CalendarNames.CalDav + "text-match", XmlText(text))
        );

    public static XElement IsMissing(string property) =>
        new(
            CalendarNames.CalDav + "prop-filter",
            new XAttribute("name", property),
            new XElement(CalendarNames.CalDav + "is-not-defined")
        );

    public static Func<HttpContent> Ics(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return () =>
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.TryAddWithoutValidation("Content-Type", IcsType);
            return content;
        };
    }

    /// <summary>Reads iCalendar out of an answer.</summary>
    /// <exception cref="NextcloudException">It is none.</exception>
    public static IcsComponent ReadIcs(CloudRequest request, string text)
    {
        try
        {
            return IcsReader.Read(text);
        }
        catch (FormatException exception)
        {
            throw new NextcloudException(
                ErrorReader.Unexpected(request, $"It answered no readable calendar. {exception.Message}"),
                exception
            );
        }
    }

    /// <summary>What XML 1.0 can hold: without controls and lone surrogates.</summary>
    public static string XmlText(string text) =>
        string.Concat(
            text.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or >= 0x20 and not (0xFFFE or 0xFFFF or 0xFFFD))
        );

    private static XElement Filter(string component, IEnumerable<XElement> inner) =>
        new(CalendarNames.CalDav + "comp-filter", new XAttribute("name", component), inner);

    private static string Form(Instant instant) =>
        instant.ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
