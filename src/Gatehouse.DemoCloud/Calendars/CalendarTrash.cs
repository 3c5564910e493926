using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary><c>trashbin/objects</c>: what was deleted, by REPORT only; MOVE to <c>trashbin/restore</c> brings back, DELETE is final.</summary>
internal sealed class CalendarTrash(ObjectStore store)
{
    public async Task<DavError?> ReportAsync(DavCall call, XElement? report)
    {
        if (report?.Name != DavNames.Cal + "calendar-query")
        {
            return DavError.Of(415, "ReportNotSupported", "");
        }

        var names = DavXml.PropNames(report);
        var filter = report.Element(DavNames.Cal + "filter");
        call.Response.Headers.Vary = "Brief,Prefer";
        await DavXml.MultistatusAsync(
            call.Response,
            Deleted(store.Current, call)
                .Where(one => CalendarFilter.Fits(filter, one.Item))
                .Select(one =>
                    CalendarObjectProperties.Response(
                        call,
                        $"calendars/{call.Me.Id}/trashbin/objects",
                        one.Item with
                        {
                            Name = NameOf(one.Item),
                        },
                        names,
                        report.Element(DavNames.D + "prop")?.Element(CalendarObjectProperties.Data),
                        name => Find(name, one.Calendar, one.Item)
                    )
                )
        );
        return null;
    }

    public async Task<DavError?> RestoreAsync(DavCall call, string name, CancellationToken cancellationToken)
    {
        var isDone = await store.ChangeAsync(
            state =>
            {
                if (Find(state, call, name) is not { } found)
                {
                    return new Step<bool>(null, false);
                }

                var isTaken = found.Calendar.Objects.Any(one =>
                    one.Name == found.Item.Name || one.Uid == found.Item.Uid
                );
                return isTaken
                    ? new Step<bool>(null, false)
                    : new Step<bool>(state.With(found.Calendar.With(found.Item with { Deleted = null })), true);
            },
            cancellationToken
        );
        if (!isDone)
        {
            return DavError.NotFound("Calendar object not found");
        }

        await call.Response.DoneAsync(created: true);
        return null;
    }

    /// <summary>A whole calendar comes back the same way.</summary>
    public async Task<DavError?> RestoreCalendarAsync(DavCall call, string uri, CancellationToken cancellationToken)
    {
        var isDone = await store.ChangeAsync(
            state =>
                state.Find(call.Me.Id, uri) is { Deleted: not null } calendar
                    ? new Step<bool>(state.With(calendar with { Deleted = null }), true)
                    : new Step<bool>(null, false),
            cancellationToken
        );
        if (!isDone)
        {
            return DavError.NotFound($"Calendar with name '{uri}' could not be found");
        }

        await call.Response.DoneAsync(created: true);
        return null;
    }

    public async Task<DavError?> PurgeAsync(DavCall call, string name, CancellationToken cancellationToken)
    {
        var isDone = await store.ChangeAsync(
            state =>
                Find(state, call, name) is { } found
                    ? new Step<bool>(state.With(found.Calendar.Without(found.Item)), true)
                    : new Step<bool>(null, false),
            cancellationToken
        );
        if (!isDone)
        {
            return DavError.NotFound("Calendar object not found");
        }

        await call.Response.DoneAsync(created: false);
        return null;
    }

    private static (ObjectCollection Calendar, StoredObject Item)? Find(ObjectsState state, DavCall call, string name)
    {
        var found = Deleted(state, call).Where(one => NameOf(one.Item) == name).Take(1).ToList();
        return found.Count == 0 ? null : found[0];
    }

    private static IEnumerable<(ObjectCollection Calendar, StoredObject Item)> Deleted(
        ObjectsState state,
        DavCall call
    ) =>
        state
            .Collections.Where(calendar => calendar.Owner == call.Me.Id && calendar.Deleted is null)
            .SelectMany(calendar =>
                calendar.All.Where(item => item.Deleted is not null).Select(item => (calendar, item))
            );

    private static string NameOf(StoredObject item) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{item.Id}.ics");

    private static XElement? Find(XName name, ObjectCollection calendar, StoredObject item) =>
        name == DavNames.NcCom + "deleted-at" ? DavXml.Element(name, CalendarProperties.Iso(item.Deleted!.Value))
        : name == DavNames.NcCom + "calendar-uri" ? DavXml.Element(name, calendar.Uri)
        : null;
}
