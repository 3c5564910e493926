using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Errors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Calendars, events and tasks as iCalendar text.</summary>
internal sealed class CalendarResource(CalendarsClient calendars, EventsClient events) : McpServerResource
{
    public override ResourceTemplate ProtocolResourceTemplate { get; } =
        new()
        {
            Name = "calendar",
            Title = "A calendar as iCalendar",
            UriTemplate = CalendarUri.Template,
            Description = "The iCalendar text of a whole calendar, or of one event or task, by its id.",
            MimeType = "text/calendar",
        };

    public override IReadOnlyList<object> Metadata { get; } = [new RequiresScopeAttribute(CalendarApp.Read)];

    public override bool IsMatch(string uri) => CalendarUri.IsMatch(uri);

    public override async ValueTask<ReadResourceResult> ReadAsync(
        RequestContext<ReadResourceRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var uri = request.Params.Uri;
        if (!CalendarUri.TryParse(uri, out var calendar, out var id))
            throw Arguments.Bad("uri", "It names no calendar and no event.");

        var account = CallerOf.Get(request).Account;
        var text = id is { } thing
            ? await events.ExportAsync(account, thing, cancellationToken)
            : await calendars.ExportAsync(account, calendar, cancellationToken);
        return new ReadResourceResult
        {
            Contents =
            [
                new TextResourceContents
                {
                    Uri = uri,
                    MimeType = "text/calendar",
                    Text = text,
                },
            ],
        };
    }
}
