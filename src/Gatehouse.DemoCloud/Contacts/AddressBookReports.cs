using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Calendars;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>REPORT on an address book.</summary>
internal sealed class AddressBookReports(AddressBooks books)
{
    public async Task<DavError?> HandleAsync(DavCall call, XElement? report, string uri)
    {
        if (books.Open(call.Me, uri) is not { } opened)
        {
            return DavError.NotFound($"Addressbook with name '{uri}' could not be found");
        }

        var folder = $"addressbooks/users/{call.Me.Id}/{uri}";
        var data = report?.Element(DavNames.D + "prop")?.Element(CardProperties.Data);
        if (report?.Name == DavNames.D + "sync-collection")
        {
            await SyncReport.AnswerAsync(
                call,
                report,
                opened.Collection,
                (item, names) => CardProperties.Response(call, folder, item, names, data),
                name => call.Href($"{folder}/{name}")
            );
            return null;
        }

        if (Find(report, opened.Collection) is not { } found)
        {
            return DavError.Of(415, "ReportNotSupported", "");
        }

        call.Response.Headers.Vary = "Brief,Prefer";
        var asked = DavXml.PropNames(report);
        await DavXml.MultistatusAsync(
            call.Response,
            found.Select(item => CardProperties.Response(call, folder, item, asked, data))
        );
        return null;
    }

    private static IEnumerable<StoredObject>? Find(XElement? report, ObjectCollection book)
    {
        if (report?.Name == DavNames.Card + "addressbook-multiget")
        {
            var wanted = report
                .Elements(DavNames.D + "href")
                .Select(CalendarReports.NameOf)
                .ToHashSet(StringComparer.Ordinal);
            return book.Objects.Where(item => wanted.Contains(item.Name));
        }

        if (report?.Name != DavNames.Card + "addressbook-query")
        {
            return null;
        }

        var found = book
            .Objects.Where(item => CardFilter.Fits(report.Element(DavNames.Card + "filter"), item))
            .OrderBy(item => item.Name, StringComparer.Ordinal);
        var limit = report.Element(DavNames.Card + "limit")?.Element(DavNames.Card + "nresults")?.Value;
        return int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            ? found.Take(most)
            : found;
    }
}
