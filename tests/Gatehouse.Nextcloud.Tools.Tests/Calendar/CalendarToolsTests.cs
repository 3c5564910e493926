using System.Text.RegularExpressions;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Calendar;

public sealed partial class CalendarToolsTests : ToolTest
{
    private const string Home = "/remote.php/dav/calendars/alice/";

    [Fact]
    public async Task Calendars_are_listed()
    {
        Cloud.Play("caldav", "02-list-calendars");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "list_calendars", new { });

        Assert.Equal(
            """[{"id":"personal","title":"Personal","color":"#00679e","events":true,"resource":"nextcloud://calendars/personal"},{"id":"contact_birthdays","title":"Contact birthdays","color":"#E9D859","events":true,"readOnly":true,"resource":"nextcloud://calendars/contact_birthdays"}]""",
            answer.GetProperty("calendars").GetRawText()
        );
    }

    [Fact]
    public async Task A_calendar_is_made_under_a_readable_name_of_its_own()
    {
        Cloud.Answer("MKCALENDAR", Home + "*", 201, "text/html", "");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "set_calendar", new { title = "Büro <2027> 😀", color = "#00679e" });
        var emoji = await CallAsync(alice, "set_calendar", new { title = "😀" });

        Assert.Matches("^b-ro-2027-[0-9a-f]{4}$", answer.GetProperty("id").GetString());
        Assert.Matches("^calendar-[0-9a-f]{4}$", emoji.GetProperty("id").GetString());
        Assert.Contains(
            "Büro &lt;2027&gt; 😀",
            Cloud.Requests.First(r => r.Method == "MKCALENDAR").BodyText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_calendar_is_renamed_and_a_bad_colour_is_refused()
    {
        Cloud.Play("caldav", "46-proppatch-calendar");
        await using var alice = await AliceAsync();

        await CallAsync(
            alice,
            "set_calendar",
            new
            {
                id = "work",
                title = "Work stuff",
                color = "#ff0000",
            }
        );
        var error = await ErrorAsync(alice, "set_calendar", new { id = "work", color = "red" });

        Assert.Contains("'color'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_is_deleted_only_after_the_person_agreed()
    {
        Cloud.Answer("DELETE", Home + "work/", 204, "text/html", "");
        await using var alice = await AliceAsync();

        var first = await ErrorAsync(alice, "delete_event", new { id = "work" });
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "DELETE");
        var code = Code().Match(first).Groups["code"].Value;
        var other = await ErrorAsync(alice, "delete_event", new { id = "personal", confirmation = code });
        await CallAsync(alice, "delete_event", new { id = "work", confirmation = code });

        Assert.Contains("'personal'", other, StringComparison.Ordinal);
        Assert.Equal(Home + "work/", Cloud.LastRequest.Path);
    }

    [Fact]
    public async Task A_calendar_is_shared_as_recorded_and_the_cloud_says_no()
    {
        Cloud.Play("caldav", "43-share-calendar-with-bob").Answer("POST", Home + "personal/", 403, "text/html", "");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(
            alice,
            "set_calendar",
            new
            {
                id = "work",
                shareWith = "bob",
                access = "write",
            }
        );
        var error = await ErrorAsync(
            alice,
            "set_calendar",
            new
            {
                id = "personal",
                shareWith = "bob",
                access = "none",
            }
        );
        var nothing = await ErrorAsync(alice, "set_calendar", new { id = "work" });

        Assert.Equal("work", answer.GetProperty("id").GetString());
        Assert.Contains("read-write", Cloud.Requests.First(r => r.Method == "POST").BodyText, StringComparison.Ordinal);
        Assert.Contains("not allowed", error, StringComparison.Ordinal);
        Assert.Contains("Nothing is to be changed", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_and_an_event_are_resources()
    {
        Cloud
            .Play("caldav", "33-export-ics", Home + "family?export")
            .Play("caldav", "08-get-event", Home + "family/ev-1.ics");
        await using var alice = await AliceAsync();

        var all = await alice.ReadResourceAsync("nextcloud://calendars/family", cancellationToken: Token);
        var one = await alice.ReadResourceAsync("nextcloud://calendars/family/ev-1.ics", cancellationToken: Token);

        Assert.Contains("SUMMARY:Daily (moved)", TextOf(all), StringComparison.Ordinal);
        Assert.Equal(Recording.Load("caldav", "08-get-event").Response.BodyText, TextOf(one));
    }

    [Theory]
    [InlineData("nextcloud://calendars/family/..")]
    [InlineData("nextcloud://calendars/family%2Fev-1.ics")]
    [InlineData("nextcloud://calendars/a/b/c")]
    [InlineData("nextcloud://calendars/trashbin/objects")]
    public async Task A_resource_that_is_no_calendar_never_reaches_the_cloud(string uri)
    {
        await using var alice = await AliceAsync();

        await Assert.ThrowsAsync<McpProtocolException>(async () =>
            await alice.ReadResourceAsync(new ReadResourceRequestParams { Uri = uri }, Token)
        );

        Assert.DoesNotContain(Cloud.Requests, r => r.Path.Contains("calendars", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_is_imported_event_by_event_and_what_is_no_file_is_refused_before_anything_is_sent()
    {
        Cloud
            .Answer("PUT", Home + "work/one.ics", 201, "text/html", "")
            .Play("caldav", "07-put-event-again-if-none-match-412", Home + "work/two.ics");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(
            alice,
            "set_calendar",
            new
            {
                id = "work",
                import = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:one\nDTSTART:20261201T100000Z\nEND:VEVENT\n"
                    + "BEGIN:VEVENT\nUID:two\nSUMMARY:Second\nDTSTART:20261201T100000Z\nEND:VEVENT\nEND:VCALENDAR",
            }
        );
        var error = await ErrorAsync(alice, "set_calendar", new { title = "New", import = "<html>" });

        Assert.Equal("work/one.ics", Assert.Single(answer.GetProperty("imported").EnumerateArray()).GetString());
        Assert.Contains("Second", answer.GetProperty("refused")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("'import'", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "MKCALENDAR");
    }

    private static string TextOf(ReadResourceResult result) =>
        Assert.IsType<TextResourceContents>(Assert.Single(result.Contents)).Text;

    [GeneratedRegex("confirmation '(?<code>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
