using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Calendar.Events;
using Gatehouse.Nextcloud.Calendar.Recurrence;
using Gatehouse.Nextcloud.Calendar.Scheduling;
using Gatehouse.Nextcloud.Calendar.Times;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Calendar;

public sealed class EventsClientTests : CloudTest
{
    private const string Home = "/remote.php/dav/calendars/alice/";
    private const string Ev1 = Home + "work/ev-1.ics";
    private static readonly TimeZoneId berlin = TimeZoneId.Parse("Europe/Berlin");
    private static readonly CalendarName work = CalendarName.Parse("work");
    private static readonly CalendarObjectId ev1 = CalendarObjectId.Parse("work/ev-1.ics");
    private static readonly ETag first = ETag.Parse("d340926d7fff6438cdf60e378b779b08");

    private EventsClient Events => new(Transport, new SchedulingClient(Transport, Time), Time);

    [Fact]
    public async Task A_range_of_one_calendar_is_one_request()
    {
        Cloud.Play("caldav", "19-query-time-range");

        var events = await Events.ListAsync(Alice, Query("2026-12-01", "2026-12-04"), Token);

        Assert.Equal(
            ["Kick-off (moved) 2026-12-01T10:00:00+01:00", "Offsite 2026-12-02"],
            events.Select(e => $"{e.Title} {e.Start.Text(berlin)}")
        );
        Assert.Equal(ev1, events[0].Id);
        Assert.Equal("776664737dbbc80acdb76eb80b3b7145", events[0].ETag.ToString());
        Assert.Equal("Line one\nLine two, with comma", events[0].Description);
        Assert.Equal([15], events[0].Reminders);
        Assert.Equal(["Work", "Planning"], events[0].Categories);
        Assert.True(events[1].IsFree);
        Assert.Equal("2026-12-04", events[1].End.Text(berlin));
        Assert.Single(Cloud.Requests);
        Assert.Contains(
            "start=\"20261129T230000Z\" end=\"20261204T230000Z\"",
            Cloud.LastRequest.BodyText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Several_calendars_are_asked_once_each()
    {
        Cloud.Play("caldav", "19-query-time-range").Play("caldav", "19-query-time-range", Home + "personal/");

        var events = await Events.ListAsync(
            Alice,
            Query("2026-12-01", "2026-12-04") with
            {
                Calendars = [work, CalendarName.Personal],
                TitleContains = "</c:text-match>",
            },
            Token
        );

        Assert.Equal(4, events.Count);
        Assert.Equal(2, Cloud.Requests.Length);
        Assert.All(Cloud.Requests, r => Assert.Contains("&lt;/c:text-match&gt;", r.BodyText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_broken_object_does_not_hide_the_others()
    {
        var body = Recording
            .Load("caldav", "19-query-time-range")
            .Response.BodyText.Replace(
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//nc-recorder//EN\nCALSCALE:GREGORIAN\nBEGIN:VEVENT",
                "junk",
                StringComparison.Ordinal
            );
        Cloud.Answer("REPORT", Home + "work/", 207, "application/xml", body);

        var events = await Events.ListAsync(Alice, Query("2026-12-01", "2026-12-04"), Token);

        Assert.Equal("Kick-off (moved)", Assert.Single(events).Title);
    }

    [Fact]
    public async Task A_calendar_that_went_away_hides_no_other_and_is_missing_alone()
    {
        var gone = Recording.Load("caldav", "47-other-users-calendar").Response;
        Cloud
            .Play("caldav", "19-query-time-range")
            .Answer("REPORT", Home + "personal/", gone.Status, "application/xml", gone.BodyText);
        var query = Query("2026-12-01", "2026-12-04");

        var events = await Events.ListAsync(Alice, query with { Calendars = [work, CalendarName.Personal] }, Token);
        var error = await ErrorOf(() =>
            Events.ListAsync(Alice, query with { Calendars = [CalendarName.Personal] }, Token)
        );

        Assert.Equal(2, events.Count);
        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task An_event_is_read_with_its_people()
    {
        Cloud.Play("caldav", "42-alice-sees-accepted");

        var read = await Events.GetAsync(Alice, CalendarObjectId.Parse("work/inv-1.ics"), null, berlin, Token);

        Assert.Equal(new EventPerson("alice@example.test", "Alice"), read.Organizer);
        var bob = Assert.Single(read.Attendees);
        Assert.Equal(
            ("bob@example.test", "Bob", "accepted", "2.0"),
            (bob.Address, bob.Name, bob.Response, bob.ScheduleStatus)
        );
    }

    [Fact]
    public async Task An_event_that_is_not_there_is_not_found()
    {
        Cloud.Play("caldav", "30-get-404");

        var error = await ErrorOf(() =>
            Events.GetAsync(Alice, CalendarObjectId.Parse("work/nope.ics"), null, berlin, Token)
        );

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task A_new_event_is_written_once_with_its_zone_and_only_where_nothing_is()
    {
        AnswerPuts(201, "d340926d7fff6438cdf60e378b779b08");
        var fields = new EventFields
        {
            Title = "Café, \"quoted\"; 😀",
            Start = At("2026-12-01T10:00"),
            End = At("2026-12-01T11:00"),
            Description = "one\ntwo",
            Reminders = [10, 1440],
            Categories = ["a,b", "c"],
            Rule = RecurrenceRule.Parse("FREQ=WEEKLY;UNTIL=20261231"),
            IsFree = true,
            Visibility = "private",
        };

        var written = await Events.CreateAsync(Alice, work, fields, berlin, Token);

        Assert.Equal(first, written.ETag);
        var sent = Assert.Single(Cloud.Requests);
        Assert.Equal("*", sent.Header("If-None-Match"));
        Assert.Equal("text/calendar; charset=utf-8", sent.Header("Content-Type"));
        Assert.EndsWith(written.Id.Name, sent.Path, StringComparison.Ordinal);
        var lines = sent.BodyText.Split("\r\n");
        Assert.Contains("BEGIN:VTIMEZONE", lines);
        Assert.Contains("DTSTART;TZID=Europe/Berlin:20261201T100000", lines);
        Assert.Contains("DTEND;TZID=Europe/Berlin:20261201T110000", lines);
        Assert.Contains("SUMMARY:Café\\, \"quoted\"\\; 😀", lines);
        Assert.Contains("RRULE:FREQ=WEEKLY;UNTIL=20261231T225959Z", lines);
        Assert.Contains("TRIGGER:-PT10M", lines);
        Assert.Contains("TRIGGER:-P1D", lines);
        Assert.Contains("CATEGORIES:a\\,b,c", lines);
        Assert.Contains("TRANSP:TRANSPARENT", lines);
        Assert.Contains("CLASS:PRIVATE", lines);
        Assert.DoesNotContain(lines, l => l.StartsWith("ORGANIZER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_invitation_comes_from_the_persons_own_address_which_is_asked_for_once()
    {
        Cloud.Play("caldav", "01-principal");
        AnswerPuts(201, etag: null);
        var fields = new EventFields
        {
            Title = "Invite Bob",
            Start = At("2026-12-10T11:00"),
            Attendees = [new("bob@example.test", "Bob"), new("alice@example.test", "Alice herself")],
        };

        var events = Events;
        var written = await events.CreateAsync(Alice, work, fields, berlin, Token);
        await events.CreateAsync(Alice, work, fields, berlin, Token);

        Assert.Null(written.ETag);
        Assert.Equal(["PROPFIND", "PUT", "PUT"], Cloud.Requests.Select(r => r.Method));
        var unfolded = Cloud.LastRequest.BodyText.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Contains("ORGANIZER;CN=Alice Example:mailto:alice@example.test", unfolded);
        Assert.Equal(
            [
                "ATTENDEE;CN=Bob;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:bob@example.test",
            ],
            unfolded.Where(l => l.StartsWith("ATTENDEE", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Nobody_is_invited_by_somebody_without_an_address()
    {
        var body = Recording
            .Load("caldav", "01-principal")
            .Response.BodyText.Replace("<d:href>mailto:alice@example.test</d:href>", "", StringComparison.Ordinal);
        Cloud.Answer("PROPFIND", "/remote.php/dav/principals/users/alice/", 207, "application/xml", body);

        var error = await ErrorOf(() =>
            Events.CreateAsync(
                Alice,
                work,
                new()
                {
                    Title = "x",
                    Start = At("2026-12-10T11:00"),
                    Attendees = [new("bob@example.test", null)],
                },
                berlin,
                Token
            )
        );

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("mail address in their profile", error.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "PUT");
    }

    [Fact]
    public async Task A_change_is_a_get_and_a_conditional_put_that_keeps_the_rest()
    {
        Cloud.Play("caldav", "08-get-event").Play("caldav", "09-put-event-if-match-204");

        var written = await Events.ChangeAsync(
            Alice,
            new(ev1, first, null),
            new() { Title = "Kick-off (moved)" },
            berlin,
            Token
        );

        Assert.Equal("776664737dbbc80acdb76eb80b3b7145", written.ETag.ToString());
        Assert.Equal(["GET", "PUT"], Cloud.Requests.Select(r => r.Method));
        Assert.Equal(first.Quoted, Cloud.LastRequest.Header("If-Match"));
        var before = Recording.Load("caldav", "08-get-event").Response.BodyText.Split("\r\n");
        var after = Cloud.LastRequest.BodyText.Split("\r\n");
        Assert.Equal(["DTSTAMP:20261123T120000Z", "SUMMARY:Kick-off"], before.Except(after));
        Assert.Equal(
            ["DTSTAMP:20261125T120000Z", "SUMMARY:Kick-off (moved)", "LAST-MODIFIED:20261125T120000Z"],
            after.Except(before)
        );
    }

    [Fact]
    public async Task What_changed_meanwhile_is_not_written()
    {
        Cloud.Play("caldav", "08-get-event");

        var error = await ErrorOf(() =>
            Events.ChangeAsync(Alice, new(ev1, ETag.Parse("old"), null), new() { Title = "x" }, berlin, Token)
        );

        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
        Assert.Equal(first, error.CurrentETag);
        Assert.Contains("Kick-off", error.Cause, StringComparison.Ordinal);
        Assert.Equal("GET", Assert.Single(Cloud.Requests).Method);
    }

    [Fact]
    public async Task What_changes_between_both_requests_is_not_overwritten()
    {
        Cloud.Play("caldav", "08-get-event").Play("caldav", "10-put-event-stale-if-match-412");

        var error = await ErrorOf(() =>
            Events.ChangeAsync(Alice, new(ev1, first, null), new() { Title = "x" }, berlin, Token)
        );

        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
        Assert.Equal("776664737dbbc80acdb76eb80b3b7145", error.CurrentETag.ToString());
    }

    [Fact]
    public async Task An_event_that_is_only_moved_keeps_its_length()
    {
        AnswerGet(Ev1, Event("DTSTART;TZID=Europe/Berlin:20261201T100000\r\nDURATION:PT90M"));
        AnswerPuts(204, "2");

        await Events.ChangeAsync(Alice, new(ev1, first, null), new() { Start = At("2026-12-02T09:00") }, berlin, Token);

        var lines = Cloud.LastRequest.BodyText.Split("\r\n");
        Assert.Contains("DTEND;TZID=Europe/Berlin:20261202T103000", lines);
        Assert.DoesNotContain("DURATION:PT90M", lines);
        Assert.Contains("SEQUENCE:1", lines);
    }

    [Fact]
    public async Task An_end_before_the_beginning_is_refused_before_anything_is_written()
    {
        Cloud.Play("caldav", "08-get-event");

        var error = await ErrorOf(() =>
            Events.ChangeAsync(Alice, new(ev1, first, null), new() { End = At("2026-11-01T09:00") }, berlin, Token)
        );

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "PUT");
    }

    [Fact]
    public async Task An_event_goes_to_the_trash_only_when_it_is_as_it_was_read()
    {
        Cloud.Play("caldav", "26-delete-event");

        await Events.DeleteAsync(Alice, new(CalendarObjectId.Parse("work/ev-2.ics"), first, null), berlin, Token);

        Assert.Equal(first.Quoted, Assert.Single(Cloud.Requests).Header("If-Match"));
    }

    [Fact]
    public async Task An_event_moves_as_the_same_thing()
    {
        Cloud.Answer("MOVE", Ev1, 201, "text/html", "");

        var moved = await Events.MoveAsync(Alice, ev1, CalendarName.Personal, first, Token);

        Assert.Equal("personal/ev-1.ics", moved.Id.ToString());
        Assert.Equal(Home + "personal/ev-1.ics", Cloud.LastRequest.Header("Destination"));
        Assert.Equal("F", Cloud.LastRequest.Header("Overwrite"));
        Assert.Equal(first.Quoted, Cloud.LastRequest.Header("If-Match"));
    }

    [Fact]
    public async Task Bob_accepts_as_recorded()
    {
        var id = CalendarObjectId.Parse("personal/sabredav-12a4baf9-2f0a-4fd8-b63d-0c77a407f869.ics");
        var principal = Recording
            .Load("caldav", "01-principal")
            .Response.BodyText.Replace("alice", "bob", StringComparison.Ordinal);
        Cloud
            .Play("caldav", "40-bob-get-invite")
            .Play("caldav", "41-bob-accept")
            .Answer("PROPFIND", "/remote.php/dav/principals/users/bob/", 207, "application/xml", principal);

        await Events.RespondAsync(
            Bob,
            new(id, ETag.Parse("209a0f8f4fea2027a4dc2cd63ef87247"), null),
            "accepted",
            berlin,
            Token
        );

        var recorded = Recording.Load("caldav", "41-bob-accept").Request;
        Assert.Equal(recorded.Header("If-Match"), Cloud.LastRequest.Header("If-Match"));
        Assert.Contains(
            "PARTSTAT=ACCEPTED:mailto:bob@example.test",
            Cloud.LastRequest.BodyText.Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_is_not_invited_cannot_answer()
    {
        Cloud.Play("caldav", "08-get-event").Play("caldav", "01-principal");

        var error = await ErrorOf(() => Events.RespondAsync(Alice, new(ev1, first, null), "accepted", berlin, Token));

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
    }

    [Fact]
    public async Task A_file_with_two_uids_becomes_two_events()
    {
        AnswerPuts(201, "1");
        const string text =
            "BEGIN:VCALENDAR\nMETHOD:PUBLISH\nBEGIN:VTIMEZONE\nTZID:Custom\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n"
            + "BEGIN:VEVENT\nUID:one\nDTSTART;TZID=Custom:20261201T100000\nRRULE:FREQ=DAILY\nSUMMARY:One\nX-KEPT:1\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nUID:two/../x\nDTSTART:20261201T100000Z\nSUMMARY:Two\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nUID:one\nRECURRENCE-ID;TZID=Custom:20261202T100000\nDTSTART;TZID=Custom:20261202T120000\nEND:VEVENT\n"
            + "END:VCALENDAR\n";

        var result = await Events.ImportAsync(Alice, work, text, new Progress<ImportProgress>(), Token);

        Assert.Equal(2, result.Written.Count);
        Assert.Empty(result.Refused);
        Assert.Equal(Home + "work/one.ics", Uri.UnescapeDataString(Cloud.Requests[0].Path));
        Assert.Equal(2, Cloud.Requests[0].BodyText.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("X-KEPT:1", Cloud.Requests[0].BodyText, StringComparison.Ordinal);
        Assert.Contains("TZID:Custom", Cloud.Requests[0].BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("METHOD", Cloud.Requests[0].BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VTIMEZONE", Cloud.Requests[1].BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("..", Cloud.Requests[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_already_is_left_and_said()
    {
        Cloud.Play("caldav", "07-put-event-again-if-none-match-412");

        var result = await Events.ImportAsync(
            Alice,
            work,
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:ev-1\nSUMMARY:Kick-off\nDTSTART:20261201T100000Z\nEND:VEVENT\nEND:VCALENDAR",
            new Progress<ImportProgress>(),
            Token
        );

        Assert.Empty(result.Written);
        Assert.Equal("Kick-off", Assert.Single(result.Refused).Title);
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "no event")]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nRRULE:FREQ=SECONDLY\nEND:VEVENT\nEND:VCALENDAR",
        "recurs too often"
    )]
    [InlineData("{\"a\":1}", "begin with BEGIN:VCALENDAR")]
    public async Task What_cannot_be_imported_writes_nothing(string text, string why)
    {
        var exception = await Assert.ThrowsAsync<FormatException>(() =>
            Events.ImportAsync(Alice, work, text, new Progress<ImportProgress>(), Token)
        );

        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        Assert.Empty(Cloud.Requests);
    }

    private static EventTime At(string text) =>
        EventTime.TryParse(text, berlin, out var time) ? time : throw new FormatException(text);

    private static EventQuery Query(string from, string to) =>
        new(At(from).Moment, At(to).Moment, berlin) { Calendars = [work] };

    private static string Event(string properties) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n{properties}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private void AnswerGet(string path, string ics) =>
        Cloud.Answer("GET", path, 200, "text/calendar", ics, new RecordedHeader("ETag", first.Quoted));

    private void AnswerPuts(int status, string? etag) =>
        Cloud.Answer(
            "PUT",
            Home + "*",
            status,
            "text/html",
            "",
            etag is null ? [] : [new RecordedHeader("ETag", $"\"{etag}\"")]
        );
}
