using System.ComponentModel;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Writes, moves, answers and deletes events. What a call does not name stays as it is.</summary>
[McpServerToolType]
[RequiresScope(CalendarApp.Write)]
internal sealed class EventWriteTools(
    EventsClient events,
    CalendarsClient calendars,
    CalendarTrashClient trash,
    CalendarPerson person
)
{
    private static readonly EventFields nothing = new();

    [McpServerTool(
        Name = "save_event",
        Title = "Save an event",
        ReadOnly = false,
        Destructive = true,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PUT /remote.php/dav/calendars/{user}/{calendar}/{object}")]
    [Upstream("GET /remote.php/dav/calendars/{user}/{calendar}/{object}", When = "with an id")]
    [Upstream("MOVE /remote.php/dav/calendars/{user}/{calendar}/{object}", When = "to another calendar")]
    [Upstream(
        "PROPFIND /remote.php/dav/principals/users/{user}/",
        When = "with attendees or an answer, and the own address is not known yet"
    )]
    [Description(
        "Creates an event (title, start), or with id and etag changes what is given (\"\" or [] removes), moves it, or answers an invitation. Nextcloud mails attendees."
    )]
    public async Task<EventSaved> SaveAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Of the event to change.")] string? id = null,
        [Description("From reading it.")] string? etag = null,
        [Description("Only this occurrence.")] string? recurrenceId = null,
        [Description("Default personal; alone: moves there.")] string? calendar = null,
        [Description("Title.")] string? title = null,
        [Description("2026-11-25T14:30, or a date.")] string? start = null,
        [Description("Same form; the last day.")] string? end = null,
        [Description("Time zone.")] string? timeZone = null,
        [Description("Location.")] string? location = null,
        [Description("Description.")] string? description = null,
        [Description("RRULE.")] string? rule = null,
        [Description("All invited: Name <mail>.")] string[]? attendees = null,
        [Description("Minutes before.")] int[]? reminders = null,
        [Description("All.")] string[]? categories = null,
        [Description("Url.")] string? url = null,
        [Description("Status.")] EventStatus? status = null,
        [Description("To others.")] EventVisibility? visibility = null,
        [Description("Blocks no time.")] bool? free = null,
        [Description("To an invitation; alone.")] EventAnswer? answer = null,
        CancellationToken cancellationToken = default
    )
    {
        var (account, own) = await person.OfAsync(request, cancellationToken);
        var zone = CalendarArguments.Zone(timeZone, own);
        var fields = new EventFields
        {
            Title = CalendarArguments.Text("title", title),
            Start = CalendarArguments.Time("start", start, zone),
            End = CalendarArguments.Time("end", end, zone) is { } last ? EventEnds.Stored(last) : null,
            Location = CalendarArguments.Text("location", location),
            Description = CalendarArguments.Text("description", description),
            Rule = CalendarArguments.Rule(rule),
            RemovesRule = rule is { Length: 0 },
            Attendees = CalendarArguments.People("attendees", attendees),
            Reminders = CalendarArguments.Reminders(reminders),
            Categories = categories,
            Url = CalendarArguments.Url(url),
            Status = status?.ToString(),
            Visibility = visibility?.ToString(),
            IsFree = free,
        };
        if (id is null)
        {
            var name = CalendarArguments.Calendar("calendar", calendar ?? "personal");
            _ = Arguments.NotEmpty("title", title ?? "");
            _ = Arguments.NotEmpty("start", start ?? "");
            return EventSaved.Of(account, await events.CreateAsync(account, name, fields, own, cancellationToken));
        }

        var target = Target(id, etag, recurrenceId, own);
        var written = (answer, Destination(target.Id, calendar)) switch
        {
            ({ } given, null) when fields == nothing => await events.RespondAsync(
                account,
                target,
                given.ToString(),
                own,
                cancellationToken
            ),
            (null, { } to) when fields == nothing && target.RecurrenceId is null => await events.MoveAsync(
                account,
                target.Id,
                to,
                target.ETag,
                cancellationToken
            ),
            (null, null) => await events.ChangeAsync(account, target, fields, own, cancellationToken),
            _ => throw Arguments.Bad(
                answer is null ? "calendar" : "answer",
                "Answering and moving are calls of their own, with id and etag and no other changes."
            ),
        };
        return EventSaved.Of(account, written);
    }

    [McpServerTool(
        Name = "delete_event",
        Title = "Delete an event",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("DELETE /remote.php/dav/calendars/{user}/{calendar}/{object}", When = "the whole event")]
    [Upstream("GET /remote.php/dav/calendars/{user}/{calendar}/{object}", When = "one occurrence")]
    [Upstream("PUT /remote.php/dav/calendars/{user}/{calendar}/{object}", When = "one occurrence")]
    [Upstream("DELETE /remote.php/dav/calendars/{user}/{calendar}/", When = "a calendar")]
    [Description("Deletes an event, series or occurrence, or after asking a whole calendar.")]
    public async Task<EventDeleted> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Event or calendar.")] string id,
        [Description("From reading it.")] string? etag = null,
        [Description("Only this occurrence.")] string? recurrenceId = null,
        [Description("Code of the refusal, when the person agreed.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        if (!id.Contains('/', StringComparison.Ordinal))
            return await DeleteCalendarAsync(request, id, cancellationToken);

        var (account, zone) = await person.OfAsync(request, cancellationToken);
        var left = await events.DeleteAsync(account, Target(id, etag, recurrenceId, zone), zone, cancellationToken);
        return new(id, left?.ETag?.ToString());
    }

    [McpServerTool(
        Name = "restore_event",
        Title = "Restore an event",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("MOVE /remote.php/dav/calendars/{user}/trashbin/objects/{object}")]
    [Description("Puts a deleted event or task back.")]
    public async Task<EventRestored> RestoreAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("trashbin/… of a list.")] string id,
        CancellationToken cancellationToken = default
    )
    {
        const string prefix = "trashbin/";
        if (
            !id.StartsWith(prefix, StringComparison.Ordinal)
            || !CalendarObjectId.TryParse("x/" + id[prefix.Length..], out var found)
        )
            throw Arguments.Bad("id", "It is none of the trash bin, such as trashbin/10.ics.");
        await trash.RestoreAsync(CallerOf.Get(request).Account, found.Name, cancellationToken);
        return new(id);
    }

    private async Task<EventDeleted> DeleteCalendarAsync(
        RequestContext<CallToolRequestParams> request,
        string id,
        CancellationToken cancellationToken
    )
    {
        var name = CalendarArguments.Calendar("id", id);
        Confirmation.Require(request, $"Delete the calendar '{name}' with everything in it?");
        await calendars.DeleteAsync(CallerOf.Get(request).Account, name, cancellationToken);
        return new(id);
    }

    private static CalendarName? Destination(CalendarObjectId id, string? calendar) =>
        calendar is not null && CalendarArguments.Calendar("calendar", calendar) is var to && to != id.Calendar
            ? to
            : null;

    private static EventTarget Target(string id, string? etag, string? recurrenceId, TimeZoneId zone) =>
        new(
            CalendarArguments.Id(id),
            Arguments.ETag(etag ?? ""),
            CalendarArguments.Time("recurrenceId", recurrenceId, zone)
        );
}
