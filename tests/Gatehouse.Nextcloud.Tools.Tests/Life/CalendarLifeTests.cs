using System.Text.Json;
using System.Text.RegularExpressions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

public sealed partial class CalendarLifeTests : LifeTest
{
    [Fact]
    public async Task A_calendar_and_its_events_live_from_their_creation_to_their_end()
    {
        await using var alice = await AliceAsync();
        var calendar = Text(await CallAsync(alice, "set_calendar", new { title = Unique, color = "#00679e" }), "id");
        Afterwards(calendar);

        var made = await CallAsync(
            alice,
            "save_event",
            new
            {
                calendar,
                title = "Dentist 😀",
                start = "2027-03-01T09:00",
                end = "2027-03-01T09:30",
                location = "Main street",
                reminders = new[] { 30 },
                timeZone = "Europe/Berlin",
            }
        );
        var id = Text(made, "id");
        var changed = await CallAsync(
            alice,
            "save_event",
            new
            {
                id,
                etag = Text(made, "etag"),
                start = "2027-03-02T10:00+01:00",
                description = "Bring the card",
            }
        );
        var stale = await ErrorAsync(
            alice,
            "save_event",
            new
            {
                id,
                etag = Text(made, "etag"),
                title = "Lost",
            }
        );
        var read = await CallAsync(alice, "read_event", new { id });
        var found = await CallAsync(
            alice,
            "list_events",
            new
            {
                calendar,
                query = "dentist",
                from = "2027-01-01",
                to = "2027-12-31",
            }
        );
        await CallAsync(alice, "delete_event", new { id, etag = Text(changed, "etag") });
        var gone = await ErrorAsync(alice, "read_event", new { id });
        var deleted = await CallAsync(alice, "list_events", new { deleted = true, limit = 200 });
        var trashed = Events(deleted).First(i => Text(i, "title") == "Dentist 😀");
        await CallAsync(alice, "restore_event", new { id = Text(trashed, "id") });
        var again = await CallAsync(
            alice,
            "list_events",
            new
            {
                calendar,
                from = "2027-03-01",
                to = "2027-03-07",
            }
        );

        Assert.Contains("changed in the meantime", stale, StringComparison.Ordinal);
        Assert.Equal("Bring the card", Text(read, "description"));
        Assert.Equal("Main street", Text(read.GetProperty("event"), "location"));
        Assert.Equal(30, read.GetProperty("reminders")[0].GetInt32());
        Assert.Equal("Dentist 😀", Text(Assert.Single(Events(found)), "title"));
        Assert.Contains("not there", gone, StringComparison.Ordinal);
        Assert.Equal("Dentist 😀", Text(Assert.Single(Events(again)), "title"));
    }

    [Fact]
    public async Task A_series_has_exceptions_that_follow_it()
    {
        await using var alice = await AliceAsync();
        var calendar = Text(await CallAsync(alice, "set_calendar", new { title = Unique }), "id");
        Afterwards(calendar);
        var made = await CallAsync(
            alice,
            "save_event",
            new
            {
                calendar,
                title = "Standup",
                start = "2027-03-22T09:00",
                end = "2027-03-22T09:15",
                rule = "FREQ=DAILY;COUNT=5",
                timeZone = "Europe/Berlin",
            }
        );
        var id = Text(made, "id");

        var first = Events(await RangeAsync(alice, calendar));
        var special = await CallAsync(
            alice,
            "save_event",
            new
            {
                id,
                etag = Text(made, "etag"),
                recurrenceId = Text(first[1], "recurrenceId"),
                title = "Special",
            }
        );
        var shorter = await CallAsync(
            alice,
            "delete_event",
            new
            {
                id,
                etag = Text(special, "etag"),
                recurrenceId = Text(first[2], "recurrenceId"),
            }
        );
        await CallAsync(
            alice,
            "save_event",
            new
            {
                id,
                etag = Text(shorter, "etag"),
                start = "2027-03-22T10:30",
                timeZone = "Europe/Berlin",
            }
        );
        var last = Events(await RangeAsync(alice, calendar));

        Assert.Equal(5, first.Count);
        Assert.Equal(["Standup", "Special", "Standup", "Standup"], last.Select(e => Text(e, "title")));
        Assert.Equal(
            [22, 23, 25, 26],
            last.Select(e => DateTimeOffset.Parse(Text(e, "start"), System.Globalization.CultureInfo.InvariantCulture))
                .Select(s => (s.UtcDateTime.Hour, s.UtcDateTime.Minute) == (9, 30) ? s.Day : -1)
        );
    }

    [Fact]
    public async Task A_file_goes_in_and_comes_out_as_it_was()
    {
        await using var alice = await AliceAsync();
        var calendar = Text(await CallAsync(alice, "set_calendar", new { title = Unique }), "id");
        Afterwards(calendar);
        var ics =
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:{Unique}-1\r\nDTSTAMP:20260101T000000Z\r\n"
            + "DTSTART;VALUE=DATE:20270401\r\nSUMMARY:One\r\nX-CUSTOM;X-P=\"a:b\":kept\r\nEND:VEVENT\r\n"
            + $"BEGIN:VEVENT\r\nUID:{Unique}-2\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20270402T100000Z\r\nSUMMARY:Two\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        var imported = await CallAsync(alice, "set_calendar", new { id = calendar, import = ics });
        var again = await CallAsync(alice, "set_calendar", new { id = calendar, import = ics });
        var one = await ResourceAsync(alice, $"nextcloud://calendars/{calendar}/{Unique}-1.ics");
        var all = await ResourceAsync(alice, $"nextcloud://calendars/{calendar}");

        Assert.Equal(2, imported.GetProperty("imported").GetArrayLength());
        Assert.Equal(2, again.GetProperty("refused").GetArrayLength());
        Assert.Contains("X-CUSTOM;X-P=\"a:b\":kept\r\n", one, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Two", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bob_is_invited_answers_and_both_find_a_time()
    {
        await using var bob = await BobAsync();
        await using var alice = await AliceAsync();
        var address = await AddressOfAsync(bob);
        var made = await CallAsync(
            alice,
            "save_event",
            new
            {
                title = Unique,
                start = "2027-03-01T09:00",
                end = "2027-03-01T16:00",
                timeZone = "Europe/Berlin",
                attendees = new[] { $"Bob <{address}>" },
            }
        );

        var invitation = Assert.Single(
            Events(
                await CallAsync(
                    bob,
                    "list_events",
                    new
                    {
                        calendar = "personal",
                        from = "2027-03-01",
                        to = "2027-03-01",
                    }
                )
            ),
            e => Text(e, "title") == Unique
        );
        await CallAsync(
            bob,
            "save_event",
            new
            {
                id = Text(invitation, "id"),
                etag = Text(invitation, "etag"),
                answer = "accepted",
            }
        );
        var read = await CallAsync(alice, "read_event", new { id = Text(made, "id") });
        var free = await CallAsync(
            alice,
            "find_free_time",
            new
            {
                people = new[] { address, "nobody@elsewhere.example" },
                minutes = 60,
                from = "2027-03-01",
                to = "2027-03-01",
            }
        );

        Assert.Equal("accepted", Text(read.GetProperty("attendees")[0], "response"));
        Assert.Equal("nobody@elsewhere.example", free.GetProperty("unknown")[0].GetString());
        Assert.DoesNotContain(
            free.GetProperty("slots").EnumerateArray(),
            s => Text(s, "from").Contains("T09:", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_calendar_is_shared_and_the_other_person_sees_it()
    {
        await using var bob = await BobAsync();
        await using var alice = await AliceAsync();
        var calendar = Text(await CallAsync(alice, "set_calendar", new { title = Unique }), "id");
        Afterwards(calendar);

        await CallAsync(
            alice,
            "set_calendar",
            new
            {
                id = calendar,
                shareWith = "bob",
                access = "read",
            }
        );
        var seen = Calendars(await CallAsync(bob, "list_calendars", new { }))
            .Single(c => Text(c, "title").StartsWith(Unique, StringComparison.Ordinal));
        await CallAsync(
            alice,
            "set_calendar",
            new
            {
                id = calendar,
                shareWith = "bob",
                access = "none",
            }
        );
        var after = Calendars(await CallAsync(bob, "list_calendars", new { }));

        Assert.Equal("alice", Text(seen, "sharedBy"));
        Assert.True(seen.GetProperty("readOnly").GetBoolean());
        Assert.DoesNotContain(after, c => Text(c, "title").StartsWith(Unique, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_moves_and_stays_the_same()
    {
        await using var alice = await AliceAsync();
        var calendar = Text(await CallAsync(alice, "set_calendar", new { title = Unique }), "id");
        Afterwards(calendar);
        var made = await CallAsync(alice, "save_event", new { title = Unique, start = "2027-03-01" });

        var moved = await CallAsync(
            alice,
            "save_event",
            new
            {
                id = Text(made, "id"),
                etag = Text(made, "etag"),
                calendar,
            }
        );
        var read = await CallAsync(alice, "read_event", new { id = Text(moved, "id") });
        var gone = await ErrorAsync(alice, "read_event", new { id = Text(made, "id") });

        Assert.StartsWith(calendar + "/", Text(moved, "id"), StringComparison.Ordinal);
        Assert.Equal("2027-03-01", Text(read.GetProperty("event"), "end"));
        Assert.Contains("not there", gone, StringComparison.Ordinal);
    }

    private static async Task<string> ResourceAsync(McpClient client, string uri)
    {
        var result = await client.ReadResourceAsync(uri, cancellationToken: Token);
        return Assert.IsType<TextResourceContents>(Assert.Single(result.Contents)).Text;
    }

    private static Task<JsonElement> RangeAsync(McpClient alice, string calendar) =>
        CallAsync(
            alice,
            "list_events",
            new
            {
                calendar,
                from = "2027-03-20",
                to = "2027-03-31",
            }
        );

    /// <summary>The own address stands as organizer on what one makes oneself.</summary>
    private static async Task<string> AddressOfAsync(McpClient client)
    {
        var made = await CallAsync(
            client,
            "save_event",
            new
            {
                title = "Who am I",
                start = "2027-01-01",
                attendees = new[] { "nobody@elsewhere.example" },
            }
        );
        var read = await CallAsync(client, "read_event", new { id = Text(made, "id") });
        return Text(read.GetProperty("organizer"), "address");
    }

    private void Afterwards(string calendar) =>
        AfterwardsAsync(async () =>
        {
            await using var tidy = await AliceAsync();
            var asked = await ErrorAsync(tidy, "delete_event", new { id = calendar });
            var confirmation = Code().Match(asked).Groups["code"].Value;
            await CallAsync(tidy, "delete_event", new { id = calendar, confirmation });
        });

    private static List<JsonElement> Events(JsonElement answer) => [.. answer.GetProperty("events").EnumerateArray()];

    private static List<JsonElement> Calendars(JsonElement answer) =>
        [.. answer.GetProperty("calendars").EnumerateArray()];

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;

    [GeneratedRegex("confirmation '(?<code>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
