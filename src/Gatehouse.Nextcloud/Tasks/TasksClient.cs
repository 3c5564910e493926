using System.Xml.Linq;
using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;
using NodaTime;

namespace Gatehouse.Nextcloud.Tasks;

/// <summary>
/// A person's tasks, which are objects of calendars. Changes are merged into what is stored. All methods throw <see cref="NextcloudException"/>
/// when the cloud does not do what was asked.
/// </summary>
public sealed class TasksClient(NextcloudTransport transport, TimeProvider time)
{
    private readonly CalendarObjects objects = new(transport);

    /// <summary>Tasks by what is due first, then by priority; those that are never due come last. It asks once per list, several at once.</summary>
    public async Task<IReadOnlyList<TaskItem>> ListAsync(
        NextcloudAccount account,
        TasksQuery query,
        CancellationToken cancellationToken
    )
    {
        var found = await SideBySide.AskAsync(
            query.Lists,
            (one, token) => ListAsync(account, one, query, token),
            cancellationToken
        );
        return
        [
            .. found
                .SelectMany(t => t)
                .OrderBy(t => t.Due?.Moment ?? DateTimeOffset.MaxValue)
                .ThenBy(t => t.Priority == 0 ? 10 : t.Priority)
                .ThenBy(t => t.Id.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>One task.</summary>
    public async Task<TaskItem> GetAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        TimeZoneId person,
        CancellationToken cancellationToken
    ) =>
        TaskReader.Read(await objects.GetAsync(account, id, cancellationToken), person)
        ?? throw CalendarErrors.NotFound(
            $"'{id}' holds no task.",
            "List the tasks; for events use the tools of calendars."
        );

    /// <summary>Makes a task.</summary>
    public Task<ObjectWritten> CreateAsync(
        NextcloudAccount account,
        CalendarName list,
        TaskFields fields,
        TimeZoneId person,
        CancellationToken cancellationToken
    )
    {
        var context = Context(person);
        var uid = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        var stored = EditContext.NewCalendar();
        var component = context.NewComponent("VTODO", uid);
        stored.Add(component);
        TaskWriter.Apply(
            stored,
            component,
            fields with
            {
                PercentComplete = fields.PercentComplete ?? (fields.Status is null ? 0 : null),
            },
            context
        );
        return objects.CreateAsync(account, new(list, $"{uid}.ics"), stored, cancellationToken);
    }

    /// <summary>Changes a task. One that recurs and is completed goes on to its next time.</summary>
    public async Task<ObjectWritten> ChangeAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        ETag etag,
        TaskFields fields,
        TimeZoneId person,
        CancellationToken cancellationToken
    )
    {
        var read = await objects.GetUnchangedAsync(account, id, etag, cancellationToken);
        var component =
            TaskReader.Component(read.Calendar)
            ?? throw CalendarErrors.NotFound($"'{id}' holds no task.", "List the tasks again.");
        TaskWriter.Apply(read.Calendar, component, fields, Context(person));
        return await objects.ReplaceAsync(account, read, cancellationToken);
    }

    /// <summary>Moves a task to another list.</summary>
    public Task<ObjectWritten> MoveAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        CalendarName to,
        ETag etag,
        CancellationToken cancellationToken
    ) => objects.MoveAsync(account, id, to, etag, cancellationToken);

    /// <summary>Deletes a task into the trash bin.</summary>
    public Task DeleteAsync(
        NextcloudAccount account,
        CalendarObjectId id,
        ETag etag,
        CancellationToken cancellationToken
    ) => objects.DeleteAsync(account, id, etag, cancellationToken);

    private async Task<IReadOnlyList<TaskItem>> ListAsync(
        NextcloudAccount account,
        CalendarName list,
        TasksQuery query,
        CancellationToken cancellationToken
    )
    {
        List<XElement> narrowing = [];
        if (!query.WithDone)
            narrowing.Add(CalendarCall.IsMissing("COMPLETED"));
        if (query.TitleContains is { Length: > 0 } title)
            narrowing.Add(CalendarCall.Matches("SUMMARY", title));

        var request = CalendarCall.Query(
            CalendarPaths.Of(account, list),
            $"Listing the tasks of '{list}'",
            "VTODO",
            narrowing
        );
        var read = await objects.QueryAsync(account, list, request, cancellationToken);
        return
        [
            .. read.Select(o => TaskReader.Read(o, query.Person))
                .OfType<TaskItem>()
                .Where(t => query.WithDone || t.IsOpen)
                // A time-range at the cloud would also give what is never due.
                .Where(t => query.DueBefore is not { } before || t.Due?.Moment < before),
        ];
    }

    private EditContext Context(TimeZoneId person) =>
        new(person, Instant.FromDateTimeOffset(time.GetUtcNow()), Self: null);
}
