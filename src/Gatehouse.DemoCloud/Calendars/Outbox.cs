using System.Text;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>RFC 6638 §5: a POST to the outbox asks when people are busy.</summary>
internal sealed class Outbox(ObjectStore store, PersonDirectory people, TimeProvider time)
{
    private const long MaxBytes = 1024 * 1024;

    public async Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        if (!await BoundedCopy.RunAsync(call.Context.Request.Body, bytes, MaxBytes, cancellationToken))
        {
            return DavError.Of(413, "RequestEntityTooLarge", "The request is too large");
        }

        var (root, error) = VObjectReader.Read(Encoding.UTF8.GetString(bytes.ToArray()));
        if (root is null)
        {
            return DavError.BadRequest($"The request body must be a valid iCalendar object. Parse error: {error}");
        }

        var asked = root.Children.Find(child => child.Name == "VFREEBUSY");
        if (root.Value("METHOD") != "REQUEST" || asked is null)
        {
            return DavError.Of(501, "NotImplemented", "We only support VFREEBUSY (REQUEST) on this endpoint");
        }

        if (
            CalendarTimes.Parse(asked.Value("DTSTART")) is not { } start
            || CalendarTimes.Parse(asked.Value("DTEND")) is not { } end
        )
        {
            return DavError.BadRequest("The VFREEBUSY needs DTSTART and DTEND in UTC");
        }

        var answer = DavXml.Root(DavNames.Cal + "schedule-response");
        answer.Add(
            asked
                .Properties.Where(property => property.Name == "ATTENDEE")
                .Select(attendee => Response(attendee.Value, asked, start, end))
        );
        await call.Response.TextAsync(
            StatusCodes.Status200OK,
            "application/xml",
            DavXml
                .Text(answer)
                .Replace(
                    "<?xml version=\"1.0\"?>",
                    "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
                    StringComparison.Ordinal
                )
        );
        return null;
    }

    private XElement Response(string address, VObject asked, DateTime start, DateTime end)
    {
        var person = Scheduling.PersonOf(people, address);
        return new XElement(
            DavNames.Cal + "response",
            DavXml.Href(DavNames.Cal + "recipient", address),
            new XElement(
                DavNames.Cal + "request-status",
                person is null ? "3.7;Could not find principal" : "2.0;Success"
            ),
            person is null
                ? null
                : new XElement(DavNames.Cal + "calendar-data", Reply(person, address, asked, start, end).ToString())
        );
    }

    private VObject Reply(Person person, string address, VObject asked, DateTime start, DateTime end)
    {
        var calendars = store
            .Current.HomeOf(person.Id)
            .Where(opened => CalendarProperties.Transp(opened) == "opaque" && opened.Collection.Deleted is null)
            .Select(opened => opened.Collection);
        var busy = FreeBusy.Of(calendars, start, end, time.GetUtcNow().UtcDateTime);
        busy.Properties.Add(VProperty.Of("ATTENDEE", address));
        busy.Properties.AddRange(asked.Properties.Where(property => property.Name is "UID" or "ORGANIZER"));
        return FreeBusy.Wrap(busy, "REPLY");
    }
}
