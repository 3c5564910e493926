using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>CalDAV: <c>/remote.php/dav/calendars/{user}/…</c>. Somebody else's home holds nothing for the caller.</summary>
internal sealed class CalendarsCollection : IDavCollection
{
    private readonly ObjectStore store;
    private readonly CalendarHome home;
    private readonly CalendarChanges changes;
    private readonly CollectionPatch patch;
    private readonly CalendarReports reports;
    private readonly CalendarTrash trash;
    private readonly CollectionSharing sharing;
    private readonly CalendarExport export;
    private readonly Outbox outbox;
    private readonly ObjectResources objects;
    private readonly ObjectMove move;

    public CalendarsCollection(ObjectStore store, PersonDirectory people, TimeProvider time)
    {
        this.store = store;
        var format = new CalendarFormat(new Scheduling(people, time), time);
        home = new CalendarHome(store, people);
        changes = new CalendarChanges(store, time);
        patch = new CollectionPatch(store, format);
        reports = new CalendarReports(store, time);
        trash = new CalendarTrash(store);
        sharing = new CollectionSharing(store, people, format);
        export = new CalendarExport(store, time);
        outbox = new Outbox(store, people, time);
        objects = new ObjectResources(store, format, time);
        move = new ObjectMove(store, format);
    }

    public string Segment => "calendars";

    public string Features { get; } =
        DavFeatures.With(
            "oc-resource-sharing, calendar-access, calendar-proxy, calendar-auto-schedule, calendar-availability, "
                + "nc-calendar-trashbin, nc-calendar-webcal-cache, calendarserver-subscribed, oc-calendar-publishing, "
                + "calendarserver-sharing"
        );

    public async Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken)
    {
        if (call.Method == "PROPFIND")
        {
            call.TellFeatures(this);
        }

        if (call.Names is not [var user, .. var path])
        {
            return DavError.Of(405, "MethodNotAllowed", "Listing members of this collection is disabled");
        }

        if (user != call.Me.Id)
        {
            return path is [var uri, ..]
                ? DavError.NotFound($"Calendar with name '{uri}' could not be found")
                : DavError.NotFound($"Principal with name {user} not found");
        }

        return path switch
        {
            ["trashbin", ..] => await InTrashAsync(call, path, cancellationToken),
            [var uri, var name] when uri != "inbox" => await AtObjectAsync(call, uri, name, cancellationToken),
            [] or [_] => await AtCollectionAsync(call, path, cancellationToken),
            _ => DavError.NotFound("Calendar object not found"),
        };
    }

    private async Task<DavError?> AtCollectionAsync(DavCall call, string[] path, CancellationToken cancellationToken)
    {
        if (call.Method is "POST" && path is ["outbox"])
        {
            return await outbox.HandleAsync(call, cancellationToken);
        }

        var (body, error) = await DavXml.ReadAsync(call.Context.Request);
        if (error is not null)
        {
            return error;
        }

        return (call.Method, path) switch
        {
            ("PROPFIND", []) => await home.ListAsync(call, body),
            ("PROPFIND", ["inbox" or "outbox"]) => await home.ListSpecialAsync(call, body, path[0]),
            ("PROPFIND", [var uri]) => await home.ListCalendarAsync(call, body, uri),
            ("MKCALENDAR" or "MKCOL", [var uri]) => await changes.CreateAsync(call, body, uri, cancellationToken),
            ("PROPPATCH", [var uri]) => await patch.HandleAsync(
                call,
                body,
                uri,
                $"calendars/{call.Me.Id}/{uri}",
                cancellationToken
            ),
            ("DELETE", [var uri]) => await changes.DeleteAsync(call, uri, cancellationToken),
            ("REPORT", [var uri]) => await reports.HandleAsync(call, body, uri),
            ("POST", [var uri]) => await sharing.HandleAsync(call, body, uri, cancellationToken),
            ("GET", [var uri]) when call.Context.Request.Query.ContainsKey("export") => await export.HandleAsync(
                call,
                uri
            ),
            ("MOVE", [var uri]) when Target(call) is ["trashbin", "restore", _] => await trash.RestoreCalendarAsync(
                call,
                uri,
                cancellationToken
            ),
            _ => DavAnswers.Unhandled(call.Method),
        };
    }

    private async Task<DavError?> AtObjectAsync(
        DavCall call,
        string uri,
        string name,
        CancellationToken cancellationToken
    ) =>
        call.Method switch
        {
            "GET" or "HEAD" => await objects.GetAsync(call, uri, name, store.Current.Open(call.Me.Id, uri)),
            "PUT" => await objects.PutAsync(call, uri, name, cancellationToken),
            "DELETE" => await objects.DeleteAsync(call, uri, name, cancellationToken),
            "MOVE" => Target(call) is [var toUri, var toName]
                ? await move.HandleAsync(call, (uri, name), (toUri, toName), cancellationToken)
                : DavDestination.Missing(call.Context.Request),
            _ => DavAnswers.Unhandled(call.Method),
        };

    private async Task<DavError?> InTrashAsync(DavCall call, string[] path, CancellationToken cancellationToken)
    {
        var (body, error) = await DavXml.ReadAsync(call.Context.Request);
        return error is not null
            ? error
            : (call.Method, path) switch
            {
                ("PROPFIND", [_]) => await home.ListSpecialAsync(call, body, "trashbin"),
                // The real one cannot list what is in it.
                ("PROPFIND", [_, "objects"]) => DavError.Of(501, "NotImplemented", ""),
                ("REPORT", [_, "objects"]) => await trash.ReportAsync(call, body),
                ("MOVE", [_, "objects", var name]) when Target(call) is ["trashbin", "restore", _] =>
                    await trash.RestoreAsync(call, name, cancellationToken),
                ("DELETE", [_, "objects", var name]) => await trash.PurgeAsync(call, name, cancellationToken),
                _ => DavAnswers.Unhandled(call.Method),
            };
    }

    /// <summary>The destination below the caller's home.</summary>
    private static string[]? Target(DavCall call) =>
        DavDestination.Of(call.Context.Request) is ["calendars", var user, .. var path] && user == call.Me.Id
            ? path
            : null;
}
