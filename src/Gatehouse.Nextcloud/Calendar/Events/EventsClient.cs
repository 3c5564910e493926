using Gatehouse.Nextcloud.Calendar.Recurrence;
using Gatehouse.Nextcloud.Calendar.Scheduling;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;
using NodaTime;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>
/// A person's events. Series are expanded here, in their own zone (the server's expansion gives UTC). Changes are merged into what is stored, so
/// that properties nobody knows survive. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class EventsClient(NextcloudTransport transport, SchedulingClient scheduling, TimeProvider time)
{
    private readonly CalendarObjects objects = new(transport);

    /// <summary>All occurrences in a time, by their beginning. It asks once per calendar, several calendars at once.</summary>
    public async Task<IReadOnlyList<CalendarEvent>> ListAsync(
        NextcloudAccount account,
        EventQuery query,
        CancellationToken cancellationToken
    )
    {
        var found = await SideBySide.AskAsync(
            query.Calendars,
            (one, token) => ListOneAsync(account, one, query, token),
            cancellationToken
        );
        return
        [
            .. found
                .SelectMany(e => e)
                .OrderBy(e => e.Start.Moment)
                .ThenBy(e => e.Id.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>One event, or one occurrence of a series.</summary>
    public async Task<CalendarEvent> GetAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        EventTime? recurrenceId,
        TimeZoneId person,
        CancellationToken cancellationToken
    )
    {
        var read = await objects.GetAsync(account, id, cancellationToken);
        if (recurrenceId is not { } occurrence)
            return EventReader.Whole(read, person)
                ?? throw CalendarErrors.NotFound(
                    $"'{id}' holds no event.",
                    "List the events; for tasks use the tools of tasks."
                );

        var series = new RecurringObject(read.Calendar, "VEVENT", person);
        return series.At(occurrence.Instant) is { } found
            ? EventReader.Of(read, series, found)
            : throw CalendarErrors.NotFound(
                $"'{id}' has no occurrence at {occurrence}.",
                "Take recurrenceId from list_events unchanged, or leave it away."
            );
    }

    /// <summary>Makes an event. When it has attendees, Nextcloud invites them.</summary>
    public async Task<ObjectWritten> CreateAsync(
        NextcloudAccount account,
        CalendarName calendar,
        EventFields fields,
        TimeZoneId person,
        CancellationToken cancellationToken
    )
    {
        var context = await ContextAsync(account, person, fields.Attendees is { Count: > 0 }, cancellationToken);
        var uid = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        var stored = EditContext.NewCalendar();
        var component = context.NewComponent("VEVENT", uid);
        stored.Add(component);
        EventWriter.Apply(stored, component, fields, context);
        return await objects.CreateAsync(account, new(calendar, $"{uid}.ics"), stored, cancellationToken);
    }

    /// <summary>Changes an event, a series, or one occurrence. When it has attendees, Nextcloud tells them.</summary>
    public async Task<ObjectWritten> ChangeAsync(
        NextcloudAccount account,
        EventTarget target,
        EventFields fields,
        TimeZoneId person,
        CancellationToken cancellationToken
    )
    {
        var read = await objects.GetUnchangedAsync(account, target.Id, target.ETag, cancellationToken);
        var context = await ContextAsync(account, person, fields.Attendees is not null, cancellationToken);
        var edit = new SeriesEdit(read, context);
        if (target.RecurrenceId is { } occurrence)
            edit.ChangeOne(occurrence, fields);
        else
            edit.ChangeAll(fields);
        return await objects.ReplaceAsync(account, read, cancellationToken);
    }

    /// <summary>Deletes an event or a series into the trash bin, or takes one occurrence out of its series.</summary>
    /// <returns>What is left; null when all of it was deleted.</returns>
    public async Task<ObjectWritten?> DeleteAsync(
        NextcloudAccount account,
        EventTarget target,
        TimeZoneId person,
        CancellationToken cancellationToken
    )
    {
        if (target.RecurrenceId is { } occurrence)
        {
            var read = await objects.GetUnchangedAsync(account, target.Id, target.ETag, cancellationToken);
            var context = await ContextAsync(account, person, withSelf: false, cancellationToken);
            if (new SeriesEdit(read, context).RemoveOne(occurrence))
                return await objects.ReplaceAsync(account, read, cancellationToken);
        }

        await objects.DeleteAsync(account, target.Id, target.ETag, cancellationToken);
        return null;
    }

    /// <summary>Answers an invitation; Nextcloud tells the organizer.</summary>
    /// <param name="account">Whose answer.</param>
    /// <param name="target">The person's own copy of the event.</param>
    /// <param name="response"><c>accepted</c>, <c>declined</c> or <c>tentative</c>.</param>
    /// <param name="person">The zone of the person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ObjectWritten> RespondAsync(
        NextcloudAccount account,
        EventTarget target,
        string response,
        TimeZoneId person,
        CancellationToken cancellationToken
    )
    {
        var read = await objects.GetUnchangedAsync(account, target.Id, target.ETag, cancellationToken);
        var context = await ContextAsync(account, person, withSelf: true, cancellationToken);
        new SeriesEdit(read, context).Respond(target.RecurrenceId, response);
        return await objects.ReplaceAsync(account, read, cancellationToken);
    }

    /// <summary>Moves to another calendar; it stays the same event, with its attendees and exceptions.</summary>
    public Task<ObjectWritten> MoveAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        CalendarName to,
        ETag etag,
        CancellationToken cancellationToken
    ) => objects.MoveAsync(account, id, to, etag, cancellationToken);

    /// <summary>The stored iCalendar text of one object.</summary>
    public async Task<string> ExportAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        CancellationToken cancellationToken
    ) => (await objects.GetAsync(account, id, cancellationToken)).Calendar.ToString();

    /// <summary>Looks at an iCalendar text before anything is sent.</summary>
    /// <returns>How many events and tasks it holds.</returns>
    /// <exception cref="FormatException">It cannot be imported; the message says why.</exception>
    public int CheckImport(string text) => IcsSplitter.Split(text, time).Count;

    /// <summary>Writes the events and tasks of an iCalendar text as they are, one object for each UID; nothing that is there is overwritten.</summary>
    /// <param name="account">Whose calendar.</param>
    /// <param name="calendar">Where to.</param>
    /// <param name="text">The iCalendar text.</param>
    /// <param name="progress">Is told how many are done, after each.</param>
    /// <param name="cancellationToken">Gives up; what was written stays.</param>
    /// <exception cref="FormatException">The text is no iCalendar; nothing was written.</exception>
    public async Task<ImportResult> ImportAsync(
        NextcloudAccount account,
        CalendarName calendar,
        string text,
        IProgress<ImportProgress> progress,
        CancellationToken cancellationToken
    )
    {
        var things = IcsSplitter.Split(text, time);
        var written = new List<CalendarObjectId>();
        var refused = new List<ImportRefusal>();
        foreach (var thing in things)
        {
            var id = new CalendarObjectId(calendar, thing.ObjectName);
            try
            {
                written.Add((await objects.CreateAsync(account, id, thing.Calendar, cancellationToken)).Id);
            }
            catch (NextcloudException exception) when (IsAboutOne(exception.Error.Kind))
            {
                refused.Add(new(thing.Title, exception.Error));
            }

            progress.Report(new(written.Count + refused.Count, things.Count));
        }

        return new(written, refused);
    }

    /// <summary>A calendar that went away since it was listed must not hide the others.</summary>
    private async Task<IReadOnlyList<CalendarEvent>> ListOneAsync(
        NextcloudAccount account,
        CalendarName calendar,
        EventQuery query,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ListAsync(account, calendar, query, cancellationToken);
        }
        catch (NextcloudException exception)
            when (query.Calendars.Count > 1 && exception.Error.Kind == NextcloudErrorKind.NotFound)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<CalendarEvent>> ListAsync(
        NextcloudAccount account,
        CalendarName calendar,
        EventQuery query,
        CancellationToken cancellationToken
    )
    {
        var from = Instant.FromDateTimeOffset(query.From);
        var to = Instant.Min(Instant.FromDateTimeOffset(query.To), from + Duration.FromDays(EventQuery.MaxDays));
        // The server takes floating times and days as UTC; a day more on both sides finds them in every zone.
        List<System.Xml.Linq.XElement> narrowing =
        [
            CalendarCall.TimeRange(from - Duration.FromDays(1), to + Duration.FromDays(1)),
        ];
        if (query.TitleContains is { Length: > 0 } title)
            narrowing.Add(CalendarCall.Matches("SUMMARY", title));

        var request = CalendarCall.Query(
            CalendarPaths.Of(account, calendar),
            $"Listing the events of '{calendar}'",
            "VEVENT",
            narrowing
        );
        var read = await objects.QueryAsync(account, calendar, request, cancellationToken);
        return [.. read.SelectMany(o => Occurrences(o, query, from, to))];
    }

    private static IEnumerable<CalendarEvent> Occurrences(
        CalendarObject read,
        EventQuery query,
        Instant from,
        Instant to
    )
    {
        var series = new RecurringObject(read.Calendar, "VEVENT", query.Person);
        return series.Between(from, to).Select(o => EventReader.Of(read, series, o));
    }

    private async Task<EditContext> ContextAsync(
        NextcloudAccount account,
        TimeZoneId person,
        bool withSelf,
        CancellationToken cancellationToken
    ) =>
        new(
            person,
            Instant.FromDateTimeOffset(time.GetUtcNow()),
            withSelf ? await scheduling.WhoAsync(account, cancellationToken) : null
        );

    private static bool IsAboutOne(NextcloudErrorKind kind) =>
        kind is NextcloudErrorKind.Refused or NextcloudErrorKind.Conflict or NextcloudErrorKind.TooLarge;
}
