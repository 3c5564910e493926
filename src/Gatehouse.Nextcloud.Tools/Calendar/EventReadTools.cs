using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Calendar.Scheduling;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Calendar;

/// <summary>Finds and reads events, and times at which people are free.</summary>
[McpServerToolType]
[RequiresScope(CalendarApp.Read)]
internal sealed class EventReadTools(
    EventsClient events,
    CalendarsClient calendars,
    SchedulingClient scheduling,
    CalendarTrashClient trash,
    CalendarPerson person,
    TimeProvider time
)
{
    private const int MaxCalendars = 50;

    [McpServerTool(
        Name = "list_events",
        Title = "List events",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("REPORT /remote.php/dav/calendars/{user}/{calendar}/", Most = MaxCalendars, When = "once per calendar")]
    [Upstream("PROPFIND /remote.php/dav/calendars/{user}/", When = "without a calendar, once a minute")]
    [Upstream("REPORT /remote.php/dav/calendars/{user}/trashbin/objects/", When = "for the trash bin")]
    [Description("Lists events by time: the coming week by default, a year around now with query.")]
    public async Task<EventList> ListAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Day or time, e.g. 2026-11-25.")] string? from = null,
        [Description("Last day, or time.")] string? to = null,
        [Description("Words of the title.")] string? query = null,
        [Description("Only this one.")] string? calendar = null,
        [Description("The trash bin instead.")] bool deleted = false,
        [Description("1 to 200.")] int limit = 50,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        _ = Arguments.Between("limit", limit, 1, 200);
        var (account, zone) = await person.OfAsync(request, cancellationToken);
        if (deleted)
            return await DeletedAsync(account, zone, limit, cursor, cancellationToken);

        var page = EventPage.Decode(cursor) ?? Range(from, to, query, zone);
        var found = await events.ListAsync(
            account,
            new(page.From, page.To, zone)
            {
                Calendars = await CalendarsAsync(account, calendar, cancellationToken),
                TitleContains = query,
            },
            cancellationToken
        );
        var shown = found.Skip(page.Offset).Take(limit).Select(e => EventItem.Of(account, zone, e)).ToList();
        var end = page.Offset + shown.Count;
        return new(shown, end < found.Count ? (page with { Offset = end }).Encode() : null);
    }

    [McpServerTool(
        Name = "read_event",
        Title = "Read an event",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /remote.php/dav/calendars/{user}/{calendar}/{object}")]
    [Description("Reads an event, series or occurrence in full.")]
    public async Task<EventDetails> ReadAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("From list_events.")] string id,
        [Description("Only this occurrence.")] string? recurrenceId = null,
        CancellationToken cancellationToken = default
    )
    {
        var (account, zone) = await person.OfAsync(request, cancellationToken);
        var occurrence = CalendarArguments.Time("recurrenceId", recurrenceId, zone);
        var found = await events.GetAsync(account, CalendarArguments.Id(id), occurrence, zone, cancellationToken);
        return EventDetails.Of(account, zone, found);
    }

    [McpServerTool(
        Name = "find_free_time",
        Title = "Find free time",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST /remote.php/dav/calendars/{user}/outbox/")]
    [Upstream("PROPFIND /remote.php/dav/principals/users/{user}/", When = "the own address is not known yet")]
    [Description("Finds times when this person and others of this Nextcloud are free.")]
    public async Task<FreeTime> FindFreeTimeAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Mail addresses of the others.")] string[] people,
        [Description("5 to 1440.")] int minutes,
        [Description("Day or time; default now.")] string? from = null,
        [Description("Last day, or time; default two weeks.")] string? to = null,
        [Description("Of the day.")] string hours = "09:00-17:00",
        [Description("Include them.")] bool weekends = false,
        CancellationToken cancellationToken = default
    )
    {
        _ = Arguments.Between("minutes", minutes, 5, 1440);
        var (account, zone) = await person.OfAsync(request, cancellationToken);
        var (dayBegins, dayEnds) = Hours(hours);
        var now = time.GetUtcNow();
        var begins = CalendarArguments.Time("from", from, zone)?.Moment ?? now;
        var search = new SlotSearch(
            begins < now ? now : begins,
            End("to", to, zone) ?? begins.AddDays(14),
            TimeSpan.FromMinutes(minutes),
            zone
        )
        {
            DayBegins = dayBegins,
            DayEnds = dayEnds,
            WithWeekends = weekends,
        };
        Bounded(search.From, search.To, 62);
        var asked = CalendarArguments.People("people", people) ?? [];
        var busy = await scheduling.FreeBusyAsync(
            account,
            [.. asked.Select(p => p.Address)],
            search.From,
            search.To,
            cancellationToken
        );
        var unknown = busy.Where(p => !p.IsKnown).Select(p => p.Address).ToList();
        return new(
            [
                .. FreeSlots
                    .Find(search, busy.SelectMany(p => p.Busy))
                    .Select(s => new FreeTimeSlot(
                        CalendarArguments.Shown(zone, s.From),
                        CalendarArguments.Shown(zone, s.To)
                    )),
            ],
            unknown.Count > 0 ? unknown : null
        );
    }

    private async Task<EventList> DeletedAsync(
        NextcloudAccount account,
        TimeZoneId zone,
        int limit,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        var offset = PageOffset.Decode("list_events", cursor);
        var found = await trash.ListAsync(account, tasks: false, zone, cancellationToken);
        return new(
            [.. found.Skip(offset).Take(limit).Select(d => EventItem.Of(d, zone))],
            PageOffset.Encode("list_events", offset + limit, found.Count)
        );
    }

    private EventPage Range(string? from, string? to, string? query, TimeZoneId zone)
    {
        var today = zone.MomentOf(zone.DateAt(time.GetUtcNow()), TimeOnly.MinValue);
        var begins =
            CalendarArguments.Time("from", from, zone)?.Moment ?? (query is null ? today : today.AddDays(-183));
        var ends = End("to", to, zone) ?? begins.AddDays(query is null ? 7 : 366);
        Bounded(begins, ends, EventQuery.MaxDays);
        return new(begins, ends, 0);
    }

    /// <summary>A last day is part of what is asked for.</summary>
    private static DateTimeOffset? End(string name, string? text, TimeZoneId zone) =>
        CalendarArguments.Time(name, text, zone) is { } end ? EventEnds.Stored(end).Moment : null;

    private static void Bounded(DateTimeOffset from, DateTimeOffset to, int days)
    {
        if (to <= from || to - from > TimeSpan.FromDays(days))
            throw Arguments.Bad("to", $"It must be after the beginning, and at most {days} days after it.");
    }

    private async Task<IReadOnlyList<CalendarName>> CalendarsAsync(
        NextcloudAccount account,
        string? calendar,
        CancellationToken cancellationToken
    )
    {
        if (calendar is not null)
            return [CalendarArguments.Calendar("calendar", calendar)];

        var known = await calendars.KnownAsync(account, cancellationToken);
        return [.. known.Where(c => c.HoldsEvents).Take(MaxCalendars).Select(c => c.Name)];
    }

    private static (TimeOnly Begin, TimeOnly End) Hours(string text) =>
        text.Split('-') is [var begin, var end] && Hour(begin) is { } begins && Hour(end) is { } ends
            ? (begins, ends)
            : throw Arguments.Bad("hours", "It must be as 09:00-17:00; 00:00 at the end is midnight.");

    private static TimeOnly? Hour(string text) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? hour
            : null;
}
