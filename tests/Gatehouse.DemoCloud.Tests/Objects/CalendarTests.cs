using System.Net;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Objects;

public sealed class CalendarTests : DemoCloudTest
{
    private const string Office = "/remote.php/dav/calendars/alice/office/";
    private const string Bobs = "/remote.php/dav/calendars/bob/personal/";
    private const string Trash = "/remote.php/dav/calendars/alice/trashbin/objects/";

    private const string AllEvents = """
        <c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/><c:calendar-data/></d:prop>
        <c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"/></c:comp-filter></c:filter></c:calendar-query>
        """;

    private protected override DemoCloudOptions Options() => new() { SampleData = false };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await OkAsync(Alice, "MKCALENDAR", Office, "");
    }

    [Fact]
    public async Task What_is_deleted_comes_back_from_the_trash_as_it_was()
    {
        await OkAsync(Alice, "PUT", Office + "a.ics", Event("a", "DTSTART:20261201T090000Z\r\n"));
        await OkAsync(Alice, "DELETE", Office + "a.ics");
        var trash = await OkAsync(Alice, "REPORT", Trash, AllEvents);
        var name = trash.Split(Trash)[1].Split('<')[0];

        await OkAsync(
            Alice,
            "MOVE",
            Trash + name,
            body: null,
            ("Destination", Cloud.Address + "/remote.php/dav/calendars/alice/trashbin/restore/file")
        );

        Assert.Equal(Event("a", "DTSTART:20261201T090000Z\r\n"), await OkAsync(Alice, "GET", Office + "a.ics"));
        Assert.DoesNotContain("UID:a", await OkAsync(Alice, "REPORT", Trash, AllEvents), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_calendar_comes_back_with_its_events()
    {
        await OkAsync(Alice, "PUT", Office + "a.ics", Event("a", "DTSTART:20261201T090000Z\r\n"));

        await OkAsync(Alice, "DELETE", Office);
        Assert.Contains("deleted-calendar", await HomeAsync(Alice, "alice"), StringComparison.Ordinal);
        await OkAsync(
            Alice,
            "MOVE",
            Office,
            body: null,
            ("Destination", Cloud.Address + "/remote.php/dav/calendars/alice/trashbin/restore/calendar")
        );

        Assert.DoesNotContain("deleted-calendar", await HomeAsync(Alice, "alice"), StringComparison.Ordinal);
        Assert.Contains("UID:a", await OkAsync(Alice, "GET", Office + "a.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_it_is_shared_with_to_read_reads_and_does_not_write()
    {
        const string shared = "/remote.php/dav/calendars/bob/office_shared_by_alice/";
        await OkAsync(Alice, "PUT", Office + "a.ics", Event("a", "DTSTART:20261201T090000Z\r\n"));
        await OkAsync(
            Alice,
            "POST",
            Office,
            """<o:share xmlns:d="DAV:" xmlns:o="http://owncloud.org/ns"><o:set><d:href>principal:principals/users/bob</d:href><o:read/></o:set></o:share>"""
        );

        Assert.Contains("UID:a", await OkAsync(Bob, "GET", shared + "a.ics"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Bob, "PUT", shared + "b.ics", Event("b", "")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Bob, "DELETE", shared + "a.ics"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Bob, "GET", Office + "a.ics"));

        await OkAsync(Bob, "DELETE", shared);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Bob, "GET", shared + "a.ics"));
        Assert.Contains("UID:a", await OkAsync(Alice, "GET", Office + "a.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_invitation_reaches_those_invited_and_so_does_its_end()
    {
        await InviteAsync("SUMMARY:First\r\n");
        Assert.Contains("SUMMARY:First", await InvitedAsync(), StringComparison.Ordinal);

        await InviteAsync("SUMMARY:Second\r\n");
        var changed = await InvitedAsync();
        await OkAsync(Alice, "DELETE", Office + "inv.ics");

        Assert.Contains("SUMMARY:Second", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("SCHEDULE-STATUS", changed, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", await InvitedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_deletes_an_invitation_declines_it()
    {
        await InviteAsync("SUMMARY:Lunch\r\n");

        await OkAsync(Bob, "DELETE", Bobs + await NameAsync());

        Assert.Contains(
            "PARTSTAT=DECLINED",
            Unfolded(await OkAsync(Alice, "GET", Office + "inv.ics")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_answer_to_one_occurrence_is_an_exception_of_the_organizers_series()
    {
        await InviteAsync("RRULE:FREQ=WEEKLY;COUNT=4\r\nSUMMARY:Weekly\r\n");
        var mine = Unfolded(await InvitedAsync());
        var start = mine.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal);
        var end = mine.IndexOf("END:VCALENDAR", StringComparison.Ordinal);
        var one = mine[start..end]
            .Replace("RRULE:FREQ=WEEKLY;COUNT=4\r\n", "RECURRENCE-ID:20261217T100000Z\r\n", StringComparison.Ordinal)
            .Replace("DTSTART:20261210", "DTSTART:20261217", StringComparison.Ordinal)
            .Replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=DECLINED", StringComparison.Ordinal);

        await OkAsync(Bob, "PUT", Bobs + await NameAsync(), mine[..end] + one + mine[end..]);

        var hers = Unfolded(await OkAsync(Alice, "GET", Office + "inv.ics"));
        var parts = hers.Split("BEGIN:VEVENT");
        Assert.Equal(3, parts.Length);
        Assert.Contains("PARTSTAT=NEEDS-ACTION", parts[1], StringComparison.Ordinal);
        Assert.Contains("RECURRENCE-ID:20261217T100000Z", parts[2], StringComparison.Ordinal);
        Assert.Contains("PARTSTAT=DECLINED;SCHEDULE-STATUS=2.0", parts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_of_every_second_does_not_hold_up_a_query()
    {
        await OkAsync(
            Alice,
            "PUT",
            Office + "bomb.ics",
            Event("bomb", "DTSTART:20000101T000000Z\r\nRRULE:FREQ=SECONDLY\r\n")
        );

        var found = await OkAsync(
            Alice,
            "REPORT",
            Office,
            AllEvents.Replace(
                "<c:comp-filter name=\"VEVENT\"/>",
                "<c:comp-filter name=\"VEVENT\"><c:time-range start=\"20261201T000000Z\" end=\"20261202T000000Z\"/></c:comp-filter>",
                StringComparison.Ordinal
            )
        );

        Assert.Contains("multistatus", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n")]
    [InlineData(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n")]
    public async Task What_is_no_whole_event_is_refused(string text) =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await StatusAsync(Alice, "PUT", Office + "x.ics", text));

    private Task<string> InviteAsync(string lines) =>
        OkAsync(
            Alice,
            "PUT",
            Office + "inv.ics",
            Event(
                "inv",
                "DTSTART:20261210T100000Z\r\nDTEND:20261210T110000Z\r\nORGANIZER;CN=Alice:mailto:alice@example.test\r\n"
                    + "ATTENDEE;CN=Bob;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:bob@example.test\r\n"
                    + lines
            )
        );

    private Task<string> HomeAsync(CloudClient who, string user) =>
        OkAsync(
            who,
            "PROPFIND",
            $"/remote.php/dav/calendars/{user}/",
            """<d:propfind xmlns:d="DAV:"><d:prop><d:resourcetype/></d:prop></d:propfind>""",
            ("Depth", "1")
        );

    /// <summary>What the cloud called the invitation in bob's calendar.</summary>
    private async Task<string> NameAsync() =>
        (await OkAsync(Bob, "REPORT", Bobs, AllEvents)).Split(Bobs)[1].Split('<')[0];

    private async Task<string> InvitedAsync() => await OkAsync(Bob, "GET", Bobs + await NameAsync());

    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string Event(string uid, string lines) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261123T120000Z\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n";

    private static async Task<HttpStatusCode> StatusAsync(
        CloudClient who,
        string method,
        string path,
        string? body = null
    )
    {
        using var answer = await who.SendAsync(method, path, body is null ? null : new StringContent(body));
        return answer.StatusCode;
    }

    private static async Task<string> OkAsync(
        CloudClient who,
        string method,
        string path,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var answer = await who.SendAsync(method, path, body is null ? null : new StringContent(body), headers);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {text}");
        return text;
    }
}
