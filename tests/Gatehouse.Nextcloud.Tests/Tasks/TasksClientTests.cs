using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Recurrence;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Tasks;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Tasks;

public sealed class TasksClientTests : CloudTest
{
    private static readonly TimeZoneId berlin = TimeZoneId.Parse("Europe/Berlin");
    private static readonly CalendarName list = CalendarName.Parse("tasks");
    private static readonly CalendarObjectId td1 = CalendarObjectId.Parse("tasks/td-1.ics");
    private static readonly ETag first = ETag.Parse("9ccf7a98bd605efb06e91a95b2a44588");

    private TasksClient Tasks => new(Transport, Time);

    [Fact]
    public async Task Open_tasks_are_asked_for_as_recorded_and_come_by_what_is_due()
    {
        Cloud.Play("tasks", "03-query-open");

        var tasks = await Tasks.ListAsync(Alice, new([list], berlin), Token);

        Assert.Equal(["Write report", "Collect figures"], tasks.Select(t => t.Title));
        Assert.Equal(
            (td1, first, 1, "2026-12-05"),
            (tasks[0].Id, tasks[0].ETag, tasks[0].Priority, tasks[0].Due?.Text(berlin))
        );
        Assert.Equal(("td-1@test", "in-process", 40), (tasks[1].ParentUid, tasks[1].Status, tasks[1].PercentComplete));
        Assert.Contains("is-not-defined", Assert.Single(Cloud.Requests).BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_tasks_come_when_asked_for()
    {
        Cloud.Play("tasks", "06-query-all");

        var tasks = await Tasks.ListAsync(Alice, new([list], berlin) { WithDone = true }, Token);

        Assert.Equal(["completed", "in-process"], tasks.Select(t => t.Status));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 13, 0, 0, TimeSpan.Zero), tasks[0].Completed);
        Assert.DoesNotContain("is-not-defined", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_never_due_is_not_due_soon()
    {
        Cloud.Play("tasks", "03-query-open");

        var tasks = await Tasks.ListAsync(
            Alice,
            new([list], berlin) { DueBefore = new DateTimeOffset(2026, 12, 6, 0, 0, 0, TimeSpan.Zero) },
            Token
        );

        Assert.Equal("Write report", Assert.Single(tasks).Title);
    }

    [Fact]
    public async Task A_task_is_completed_as_recorded()
    {
        Time.SetUtcNow(new DateTimeOffset(2026, 11, 25, 13, 0, 0, TimeSpan.Zero));
        Cloud.Play("tasks", "04-get").Play("tasks", "05-complete");

        var written = await Tasks.ChangeAsync(Alice, td1, first, new() { Status = "completed" }, berlin, Token);

        Assert.Equal("2ce6c6a12f2236d9d2b2a87d134c7558", written.ETag.ToString());
        Assert.Equal(first.Quoted, Cloud.LastRequest.Header("If-Match"));
        var recorded = Recording.Load("tasks", "05-complete").Request.Body!.Split("\r\n");
        Assert.Equal(
            ["DTSTAMP:20261123T120000Z", "COMPLETED:20261123T130000Z"],
            recorded.Except(Cloud.LastRequest.BodyText.Split("\r\n"))
        );
        Assert.Contains("COMPLETED:20261125T130000Z", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_opened_again()
    {
        AnswerGet("SUMMARY:x\r\nSTATUS:COMPLETED\r\nCOMPLETED:20261123T130000Z\r\nPERCENT-COMPLETE:100");
        Cloud.Play("tasks", "05-complete");

        await Tasks.ChangeAsync(Alice, td1, first, new() { Status = "needs-action" }, berlin, Token);

        var lines = Cloud.LastRequest.BodyText.Split("\r\n");
        Assert.Contains("STATUS:NEEDS-ACTION", lines);
        Assert.Contains("PERCENT-COMPLETE:0", lines);
        Assert.DoesNotContain(lines, l => l.StartsWith("COMPLETED", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261201\r\nDUE;VALUE=DATE:20261203", "20261208", "20261210")]
    [InlineData("DUE;VALUE=DATE:20261203", null, "20261210")]
    public async Task A_recurring_task_goes_on_to_its_next_time(string times, string? start, string due)
    {
        AnswerGet($"SUMMARY:Bins\r\n{times}\r\nRRULE:FREQ=WEEKLY;COUNT=3");
        Cloud.Play("tasks", "05-complete");

        await Tasks.ChangeAsync(Alice, td1, first, new() { Status = "completed" }, berlin, Token);

        var lines = Cloud.LastRequest.BodyText.Split("\r\n");
        Assert.Contains("STATUS:NEEDS-ACTION", lines);
        Assert.Contains($"DUE;VALUE=DATE:{due}", lines);
        Assert.Equal(start is not null, lines.Contains($"DTSTART;VALUE=DATE:{start}"));
        Assert.Contains("RRULE:FREQ=WEEKLY;COUNT=2", lines);
    }

    [Fact]
    public async Task The_last_time_of_a_recurring_task_completes_it()
    {
        AnswerGet("SUMMARY:Bins\r\nDUE;VALUE=DATE:20261203\r\nRRULE:FREQ=WEEKLY;COUNT=1");
        Cloud.Play("tasks", "05-complete");

        await Tasks.ChangeAsync(Alice, td1, first, new() { Status = "completed" }, berlin, Token);

        Assert.Contains("STATUS:COMPLETED", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_task_has_what_was_given()
    {
        Cloud.Answer(
            "PUT",
            "/remote.php/dav/calendars/alice/*",
            201,
            "text/html",
            "",
            new RecordedHeader("ETag", "\"1\"")
        );
        Assert.True(EventTime.TryParse("2026-12-05", berlin, out var due));

        var written = await Tasks.CreateAsync(
            Alice,
            list,
            new()
            {
                Title = "Write report",
                Due = due,
                Priority = 1,
                Categories = ["work"],
                ParentUid = "td-1@test",
                Reminders = [30],
            },
            berlin,
            Token
        );

        Assert.Equal("1", written.ETag.ToString());
        Assert.Equal("*", Assert.Single(Cloud.Requests).Header("If-None-Match"));
        var lines = Cloud.LastRequest.BodyText.Split("\r\n");
        Assert.Contains("STATUS:NEEDS-ACTION", lines);
        Assert.Contains("DUE;VALUE=DATE:20261205", lines);
        Assert.Contains("RELATED-TO:td-1@test", lines);
        Assert.Contains("TRIGGER;RELATED=END:-PT30M", lines);
    }

    [Fact]
    public async Task A_rule_without_a_date_is_refused()
    {
        var error = await ErrorOf(() =>
            Tasks.CreateAsync(
                Alice,
                list,
                new() { Title = "x", Rule = RecurrenceRule.Parse("FREQ=DAILY") },
                berlin,
                Token
            )
        );

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
    }

    [Fact]
    public async Task A_calendar_that_takes_no_tasks_says_so()
    {
        var answer = Recording.Load("caldav", "17-put-vtodo-into-event-calendar").Response;
        Cloud.Answer("PUT", "/remote.php/dav/calendars/alice/*", answer.Status, "application/xml", answer.BodyText);

        var error = await ErrorOf(() =>
            Tasks.CreateAsync(Alice, CalendarName.Parse("work"), new() { Title = "x" }, berlin, Token)
        );

        Assert.Equal(NextcloudErrorKind.Forbidden, error.Kind);
        Assert.Contains("component of type VEVENT", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_deleted_only_as_it_was_read()
    {
        Cloud.Play("tasks", "08-delete");

        await Tasks.DeleteAsync(Alice, CalendarObjectId.Parse("tasks/td-2.ics"), first, Token);

        Assert.Equal(first.Quoted, Cloud.LastRequest.Header("If-Match"));
    }

    private void AnswerGet(string properties) =>
        Cloud.Answer(
            "GET",
            "/remote.php/dav/calendars/alice/tasks/td-1.ics",
            200,
            "text/calendar",
            $"BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:1\r\n{properties}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
            new RecordedHeader("ETag", first.Quoted)
        );
}
