using Gatehouse.Nextcloud.Calendar;
using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Tests.Calendar;

public sealed class CalendarsClientTests : CloudTest
{
    private const string Work = "/remote.php/dav/calendars/alice/work/";
    private static readonly CalendarName work = CalendarName.Parse("work");

    private CalendarsClient Calendars => new(Transport, Time);

    [Fact]
    public async Task Calendars_are_listed_without_inbox_outbox_and_trash()
    {
        Cloud.Play("caldav", "02-list-calendars");

        var calendars = await Calendars.ListAsync(Alice, Token);

        Assert.Equal(["personal", "contact_birthdays"], calendars.Select(c => c.Name.ToString()));
        Assert.Equal(
            new CalendarInfo(CalendarName.Personal, "Personal", "#00679e", true, false, false) { Shares = [] },
            calendars[0] with
            {
                Shares = [],
            }
        );
        Assert.True(calendars[1].IsReadOnly);
        Assert.Equal("1", Cloud.LastRequest.Header("Depth"));
    }

    [Fact]
    public async Task What_is_known_is_asked_for_again_after_a_minute_or_a_change()
    {
        Cloud.Play("caldav", "02-list-calendars").Play("caldav", "03-mkcalendar");
        var calendars = Calendars;

        await calendars.KnownAsync(Alice, Token);
        await calendars.KnownAsync(Alice, Token);
        await calendars.CreateAsync(Alice, work, new() { Title = "Work" }, Token);
        await calendars.KnownAsync(Alice, Token);
        Time.Advance(TimeSpan.FromSeconds(61));
        await calendars.KnownAsync(Alice, Token);

        Assert.Equal(["PROPFIND", "MKCALENDAR", "PROPFIND", "PROPFIND"], Cloud.Requests.Select(r => r.Method));
    }

    [Fact]
    public async Task A_calendar_of_somebody_else_says_whose_it_is()
    {
        Cloud.Play("caldav", "44-bob-lists-shared");

        var calendars = await Calendars.ListAsync(Bob, Token);

        var shared = Assert.Single(calendars, c => c.SharedBy is not null);
        Assert.Equal("alice", shared.SharedBy);
        Assert.False(shared.IsReadOnly);
    }

    [Fact]
    public async Task Subscriptions_are_read_only_and_shares_are_named()
    {
        const string body = """
            <d:multistatus xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:oc="http://owncloud.org/ns">
            <d:response><d:href>/remote.php/dav/calendars/alice/holidays/</d:href><d:propstat><d:prop>
            <d:displayname>Holidays</d:displayname><d:resourcetype><d:collection/><cs:subscribed/></d:resourcetype>
            <cs:source><d:href>https://holidays.example/de.ics</d:href></cs:source>
            </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
            <d:response><d:href>/remote.php/dav/calendars/alice/gone-trashed/</d:href><d:propstat><d:prop>
            <d:resourcetype><d:collection/><c:calendar/><x:deleted-calendar xmlns:x="http://nextcloud.com/ns"/></d:resourcetype>
            </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
            <d:response><d:href>/remote.php/dav/calendars/alice/work/</d:href><d:propstat><d:prop>
            <d:displayname>Work</d:displayname><d:resourcetype><d:collection/><c:calendar/></d:resourcetype>
            <oc:invite><oc:user><d:href>principal:principals/users/bob</d:href><oc:access><oc:read-write/></oc:access></oc:user>
            <oc:user><d:href>principal:principals/groups/team</d:href><oc:access><oc:read/></oc:access></oc:user></oc:invite>
            </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>
            """;
        Cloud.Answer("PROPFIND", "/remote.php/dav/calendars/alice/", 207, "application/xml", body);

        var calendars = await Calendars.ListAsync(Alice, Token);

        Assert.Equal(["Holidays", "Work"], calendars.Select(c => c.Title));
        Assert.True(calendars[0].IsReadOnly);
        Assert.Equal("https://holidays.example/de.ics", calendars[0].SubscribedFrom);
        Assert.Equal(["bob: True", "group:team: False"], calendars[1].Shares.Select(s => $"{s.With}: {s.MayWrite}"));
    }

    [Fact]
    public async Task A_calendar_is_made_with_its_name_and_colour()
    {
        Cloud.Play("caldav", "03-mkcalendar");

        await Calendars.CreateAsync(Alice, work, new() { Title = "A & B <c/> 😀", Color = "#00679e" }, Token);

        var body = Cloud.LastRequest.BodyText;
        Assert.Contains("A &amp; B &lt;c/&gt; 😀", body, StringComparison.Ordinal);
        Assert.Contains("#00679e", body, StringComparison.Ordinal);
        Assert.Contains("name=\"VEVENT\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_whose_name_is_taken_is_a_conflict()
    {
        Cloud.Play("caldav", "04-mkcalendar-exists-405");

        var error = await ErrorOf(() => Calendars.CreateAsync(Alice, work, new() { Title = "Work" }, Token));

        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
    }

    [Fact]
    public async Task A_calendar_is_renamed_and_recoloured()
    {
        Cloud.Play("caldav", "46-proppatch-calendar");

        await Calendars.ChangeAsync(Alice, work, new() { Title = "Work stuff", Color = "#ff0000" }, Token);

        Assert.Equal("PROPPATCH", Cloud.LastRequest.Method);
        Assert.Contains("Work stuff", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_was_not_taken_is_no_success()
    {
        const string body = """
            <d:multistatus xmlns:d="DAV:"><d:response><d:href>/remote.php/dav/calendars/alice/work</d:href><d:propstat><d:prop>
            <d:displayname/></d:prop><d:status>HTTP/1.1 403 Forbidden</d:status></d:propstat></d:response></d:multistatus>
            """;
        Cloud.Answer("PROPPATCH", Work, 207, "application/xml", body);

        var error = await ErrorOf(() => Calendars.ChangeAsync(Alice, work, new() { Title = "Mine" }, Token));

        Assert.Equal(NextcloudErrorKind.Forbidden, error.Kind);
    }

    [Theory]
    [InlineData("bob", true, "<oc:set><d:href>principal:principals/users/bob</d:href><oc:read-write />")]
    [InlineData("group:the team", false, "<oc:set><d:href>principal:principals/groups/the%20team</d:href><oc:read />")]
    [InlineData("bob", null, "<oc:remove><d:href>principal:principals/users/bob</d:href>")]
    public async Task A_calendar_is_shared_as_recorded(string with, bool? mayWrite, string body)
    {
        Cloud.Play("caldav", "43-share-calendar-with-bob");

        await Calendars.ShareAsync(Alice, work, CalendarSharee.Parse(with), mayWrite, Token);

        Assert.Contains(body, Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_is_exported_whole()
    {
        Cloud.Play("caldav", "33-export-ics");

        var text = await Calendars.ExportAsync(Alice, work, Token);

        Assert.StartsWith("BEGIN:VCALENDAR", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Daily (moved)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_the_place_of_an_export_is_no_calendar()
    {
        Cloud.Answer("GET", Work.TrimEnd('/') + "?export", 200, "text/html", "<html>Log in: please</html>");

        var error = await ErrorOf(() => Calendars.ExportAsync(Alice, work, Token));

        Assert.Equal(NextcloudErrorKind.UnexpectedAnswer, error.Kind);
    }

    [Fact]
    public async Task A_page_in_the_place_of_a_list_is_no_list()
    {
        Cloud.Answer("PROPFIND", "/remote.php/dav/calendars/alice/", 207, "text/html", "<html><br>Log in</html>");

        var error = await ErrorOf(() => Calendars.ListAsync(Alice, Token));

        Assert.Equal(NextcloudErrorKind.UnexpectedAnswer, error.Kind);
    }

    [Fact]
    public async Task A_calendar_is_deleted()
    {
        Cloud.Answer("DELETE", Work, 204, "text/html", "");

        await Calendars.DeleteAsync(Alice, work, Token);

        Assert.Equal("DELETE", Cloud.LastRequest.Method);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("trashbin")]
    [InlineData("")]
    [InlineData("a\nb")]
    public void What_is_no_name_of_a_calendar_is_refused(string text) =>
        Assert.False(CalendarName.TryParse(text, out _));

    [Theory]
    [InlineData("work/ev-1.ics")]
    [InlineData("für uns 😀/100%.ics")]
    public void An_id_is_calendar_and_object(string text) =>
        Assert.Equal(text, CalendarObjectId.Parse(text).ToString());

    [Theory]
    [InlineData("ev-1.ics")]
    [InlineData("work/../personal/ev-1.ics")]
    [InlineData("work/..")]
    [InlineData("inbox/ev-1.ics")]
    public void What_is_no_id_is_refused(string text) => Assert.False(CalendarObjectId.TryParse(text, out _));
}
