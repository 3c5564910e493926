using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Calendar;

public sealed class EventToolsTests : ToolTest
{
    private const string Home = "/remote.php/dav/calendars/alice/";
    private const string First = "d340926d7fff6438cdf60e378b779b08";
    private const string Second = "776664737dbbc80acdb76eb80b3b7145";

    [Fact]
    public async Task Events_come_in_the_persons_zone_with_whole_days_as_dates()
    {
        Cloud.Play("caldav", "19-query-time-range");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(
            alice,
            "list_events",
            new
            {
                from = "2026-12-01",
                to = "2026-12-03",
                calendar = "work",
            }
        );

        Assert.Equal(
            [
                "work/ev-1.ics Kick-off (moved) 2026-12-01T10:00:00+01:00 2026-12-01T11:00:00+01:00",
                "work/ev-2.ics Offsite 2026-12-02 2026-12-03",
            ],
            Items(answer, "events")
                .Select(e => $"{Text(e, "id")} {Text(e, "title")} {Text(e, "start")} {Text(e, "end")}")
        );
        Assert.Equal(Second, Text(Items(answer, "events")[0], "etag"));
        Assert.StartsWith(
            Cloud.Address + "/index.php/apps/calendar/edit/L3JlbW90ZS5waHAv",
            Text(Items(answer, "events")[0], "link"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_calendar_all_are_asked_and_pages_follow()
    {
        Cloud
            .Play("caldav", "02-list-calendars")
            .Play("caldav", "19-query-time-range", Home + "personal/")
            .Play("caldav", "19-query-time-range", Home + "contact_birthdays/");
        await using var alice = await AliceAsync();

        var one = await CallAsync(
            alice,
            "list_events",
            new
            {
                from = "2026-12-01",
                to = "2026-12-03",
                limit = 3,
            }
        );
        var two = await CallAsync(
            alice,
            "list_events",
            new
            {
                limit = 3,
                cursor = Text(one, "nextCursor"),
                fields = new[] { "title" },
            }
        );

        Assert.Equal(3, Items(one, "events").Count);
        Assert.Equal("""{"title":"Offsite"}""", Assert.Single(Items(two, "events")).GetRawText());
        Assert.False(two.TryGetProperty("nextCursor", out _));
    }

    [Theory]
    [InlineData("yesterday", null, "'from'")]
    [InlineData("2026-12-05", "2026-12-01", "'to'")]
    [InlineData("2026-01-01", "2036-01-01", "at most")]
    public async Task A_time_that_is_none_is_named(string from, string? to, string named)
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, "list_events", new { from, to = to ?? "2026-12-31" });

        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_read_with_the_answers_of_its_people()
    {
        Cloud.Play("caldav", "42-alice-sees-accepted");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "read_event", new { id = "work/inv-1.ics" });

        var bob = answer.GetProperty("attendees")[0];
        Assert.Equal(("bob@example.test", "accepted"), (Text(bob, "address"), Text(bob, "response")));
        Assert.Equal("alice@example.test", Text(answer.GetProperty("organizer"), "address"));
        Assert.Equal("2026-12-10T11:00:00+01:00", Text(answer.GetProperty("event"), "start"));
    }

    [Fact]
    public async Task An_event_that_is_not_there_is_said_to_be_missing()
    {
        Cloud.Play("caldav", "30-get-404");
        await using var alice = await AliceAsync();

        Assert.Contains(
            "not there",
            await ErrorAsync(alice, "read_event", new { id = "work/nope.ics" }),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ev-1.ics")]
    [InlineData("work/../personal/ev-1.ics")]
    [InlineData("https://cloud.example.com/x.ics")]
    public async Task An_id_that_is_none_is_not_asked_for(string id)
    {
        await using var alice = await AliceAsync();

        Assert.Contains("'id'", await ErrorAsync(alice, "read_event", new { id }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_made()
    {
        Cloud.Answer("PUT", Home + "work/*", 201, "text/html", "", new RecordedHeader("ETag", $"\"{First}\""));
        await using var alice = await AliceAsync();

        var answer = await CallAsync(
            alice,
            "save_event",
            new
            {
                calendar = "work",
                title = "Offsite </d:prop> 😀",
                start = "2026-12-02",
                end = "2026-12-03",
                status = "tentative",
                visibility = "private",
                free = true,
                reminders = new[] { 60 },
            }
        );

        Assert.Equal(First, Text(answer, "etag"));
        Assert.StartsWith("work/", Text(answer, "id"), StringComparison.Ordinal);
        var lines = Cloud.LastRequest.BodyText.Split("\r\n");
        Assert.Contains("SUMMARY:Offsite </d:prop> 😀", lines);
        Assert.Contains("DTEND;VALUE=DATE:20261204", lines);
        Assert.Contains("STATUS:TENTATIVE", lines);
        Assert.Contains("CLASS:PRIVATE", lines);
        Assert.Contains("TRIGGER:-PT1H", lines);
    }

    [Theory]
    [InlineData("FREQ=SECONDLY", "recurs too often")]
    [InlineData("FREQ=DAILY;BYHOUR=1,2,3,4,5,6;BYMINUTE=0,1,2,3,4,5", "more than 24 times a day")]
    [InlineData("weekly", "is no part of a recurrence rule")]
    public async Task A_rule_without_bound_is_refused_and_nothing_is_sent(string rule, string why)
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(
            alice,
            "save_event",
            new
            {
                title = "x",
                start = "2026-12-02",
                rule,
            }
        );

        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "PUT");
    }

    [Theory]
    [InlineData("""{"start":"2026-12-02"}""", "'title'")]
    [InlineData("""{"title":"x"}""", "'start'")]
    [InlineData("""{"title":"x","start":"2026-12-02","attendees":["nobody"]}""", "'attendees'")]
    [InlineData("""{"title":"x","start":"2026-12-02","timeZone":"Mars"}""", "'timeZone'")]
    [InlineData("""{"title":"x","start":"2026-12-02","url":"javascript:alert(1)"}""", "'url'")]
    [InlineData("""{"title":"x","start":"2026-12-02","reminders":[-5]}""", "'reminders'")]
    [InlineData("""{"title":"x","start":"2026-12-02","calendar":"../x"}""", "'calendar'")]
    [InlineData("""{"id":"work/ev-1.ics","title":"x"}""", "'etag'")]
    public async Task What_is_missing_or_wrong_is_named(string arguments, string named)
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, "save_event", JsonDocument.Parse(arguments).RootElement);

        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_changed_and_the_conflict_says_what_is_there()
    {
        Cloud.Play("caldav", "08-get-event").Play("caldav", "09-put-event-if-match-204");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(
            alice,
            "save_event",
            new
            {
                id = "work/ev-1.ics",
                etag = First,
                title = "Kick-off (moved)",
                location = "",
            }
        );
        var stale = await ErrorAsync(
            alice,
            "save_event",
            new
            {
                id = "work/ev-1.ics",
                etag = "old",
                title = "Lost",
            }
        );

        Assert.Equal(Second, Text(answer, "etag"));
        Assert.DoesNotContain(
            "LOCATION",
            Cloud.Requests.Single(r => r.Method == "PUT").BodyText,
            StringComparison.Ordinal
        );
        Assert.Contains("It is now 'Kick-off'", stale, StringComparison.Ordinal);
        Assert.Contains($"Current etag: {First}", stale, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_occurrence_is_changed_by_its_planned_time()
    {
        Cloud.Answer(
            "GET",
            Home + "work/ev-3.ics",
            200,
            "text/calendar",
            Recording.Load("caldav", "13-put-recurring").Request.Body!,
            new RecordedHeader("ETag", "\"1\"")
        );
        Cloud.Answer("PUT", Home + "work/ev-3.ics", 204, "text/html", "", new RecordedHeader("ETag", "\"2\""));
        await using var alice = await AliceAsync();

        await CallAsync(
            alice,
            "save_event",
            new
            {
                id = "work/ev-3.ics",
                etag = "1",
                recurrenceId = "2026-11-25T09:00:00+01:00",
                title = "Special",
            }
        );
        var deleted = await CallAsync(
            alice,
            "delete_event",
            new
            {
                id = "work/ev-3.ics",
                etag = "1",
                recurrenceId = "2026-11-30T08:00:00Z",
            }
        );

        var puts = Cloud.Requests.Where(r => r.Method == "PUT").Select(r => r.BodyText).ToList();
        Assert.Contains("RECURRENCE-ID;TZID=Europe/Berlin:20261125T090000", puts[0], StringComparison.Ordinal);
        Assert.Contains("EXDATE;TZID=Europe/Berlin:20261130T090000", puts[1], StringComparison.Ordinal);
        Assert.Equal("2", Text(deleted, "etag"));
    }

    [Fact]
    public async Task An_event_is_deleted_or_is_gone_already()
    {
        Cloud.Play("caldav", "26-delete-event").Play("caldav", "29-delete-404");
        await using var alice = await AliceAsync();

        await CallAsync(alice, "delete_event", new { id = "work/ev-2.ics", etag = First });
        var gone = await ErrorAsync(alice, "delete_event", new { id = "work/ev-2.ics", etag = First });

        Assert.Contains("not there", gone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_is_answered_in_the_own_copy()
    {
        var invited = Recording
            .Load("caldav", "40-bob-get-invite")
            .Response.BodyText.Replace("bob@", "carol@", StringComparison.Ordinal)
            .Replace("alice@", "bob@", StringComparison.Ordinal)
            .Replace("carol@", "alice@", StringComparison.Ordinal);
        Cloud
            .Play("caldav", "01-principal")
            .Answer(
                "GET",
                Home + "personal/inv.ics",
                200,
                "text/calendar",
                invited,
                new RecordedHeader("ETag", "\"1\"")
            )
            .Answer("PUT", Home + "personal/inv.ics", 204, "text/html", "");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(
            alice,
            "save_event",
            new
            {
                id = "personal/inv.ics",
                etag = "1",
                answer = "declined",
            }
        );

        Assert.False(answer.TryGetProperty("etag", out _));
        Assert.Contains("PARTSTAT=DECLINED", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_invited_is_told_so()
    {
        Cloud.Play("caldav", "01-principal").Play("caldav", "08-get-event");
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(
            alice,
            "save_event",
            new
            {
                id = "work/ev-1.ics",
                etag = First,
                answer = "accepted",
            }
        );

        Assert.Contains("not among its attendees", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_moves_to_another_calendar_or_meets_what_is_there()
    {
        Cloud
            .Answer("MOVE", Home + "work/ev-1.ics", 201, "text/html", "")
            .Answer("MOVE", Home + "work/ev-1.ics", 412, "text/html", "");
        await using var alice = await AliceAsync();

        var moved = await CallAsync(
            alice,
            "save_event",
            new
            {
                id = "work/ev-1.ics",
                etag = First,
                calendar = "personal",
            }
        );
        var error = await ErrorAsync(
            alice,
            "save_event",
            new
            {
                id = "work/ev-1.ics",
                etag = First,
                calendar = "personal",
            }
        );

        var both = await ErrorAsync(
            alice,
            "save_event",
            new
            {
                id = "work/ev-1.ics",
                etag = First,
                calendar = "personal",
                title = "x",
            }
        );

        Assert.Equal("personal/ev-1.ics", Text(moved, "id"));
        Assert.Contains("calls of their own", both, StringComparison.Ordinal);
        Assert.Contains("was refused", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_time_is_found_and_who_is_unknown_is_named()
    {
        const string body = """
            <cal:schedule-response xmlns:d="DAV:" xmlns:cal="urn:ietf:params:xml:ns:caldav"><cal:response><cal:recipient>
            <d:href>mailto:bob@example.test</d:href></cal:recipient><cal:request-status>2.0;Success</cal:request-status>
            <cal:calendar-data>BEGIN:VCALENDAR
            BEGIN:VFREEBUSY
            FREEBUSY:20991201T080000Z/20991201T150000Z
            END:VFREEBUSY
            END:VCALENDAR
            </cal:calendar-data></cal:response><cal:response><cal:recipient><d:href>mailto:unknown@example.test</d:href></cal:recipient>
            <cal:request-status>3.7;Could not find principal</cal:request-status></cal:response></cal:schedule-response>
            """;
        Cloud.Play("caldav", "01-principal").Answer("POST", Home + "outbox/", 200, "application/xml", body);
        await using var alice = await AliceAsync();

        var answer = await CallAsync(
            alice,
            "find_free_time",
            new
            {
                people = new[] { "bob@example.test", "unknown@example.test" },
                minutes = 60,
                from = "2099-12-01",
                to = "2099-12-01",
            }
        );

        var slot = Assert.Single(Items(answer, "slots"));
        Assert.Equal(
            ("2099-12-01T16:00:00+01:00", "2099-12-01T17:00:00+01:00"),
            (Text(slot, "from"), Text(slot, "to"))
        );
        Assert.Equal("unknown@example.test", answer.GetProperty("unknown")[0].GetString());
    }

    [Fact]
    public async Task What_was_deleted_is_listed_and_restored()
    {
        Cloud
            .Play("caldav", "31-calendar-trashbin-report")
            .Answer("MOVE", Home + "trashbin/objects/10.ics", 201, "text/html", "")
            .Answer("MOVE", Home + "trashbin/objects/99.ics", 404, "text/html", "");
        await using var alice = await AliceAsync();

        var listed = await CallAsync(alice, "list_events", new { deleted = true });
        var item = Assert.Single(Items(listed, "events"));
        await CallAsync(alice, "restore_event", new { id = Text(item, "id") });
        var missing = await ErrorAsync(alice, "restore_event", new { id = "trashbin/99.ics" });
        var bad = await ErrorAsync(alice, "restore_event", new { id = "trashbin/../../x" });

        Assert.Equal("2026-11-23T16:19:43+01:00", Text(item, "deleted"));
        Assert.Equal(("trashbin/10.ics", "2026-12-02"), (Text(item, "id"), Text(item, "start")));
        Assert.Contains("not there", missing, StringComparison.Ordinal);
        Assert.Contains("'id'", bad, StringComparison.Ordinal);
    }

    private static List<JsonElement> Items(JsonElement answer, string list) =>
        [.. answer.GetProperty(list).EnumerateArray()];

    private static string? Text(JsonElement item, string member) => item.GetProperty(member).GetString();
}
