using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Activity;

/// <summary>What a person does to calendars and contacts, in their activities.</summary>
public sealed class DavActivityTests : DemoCloudTest
{
    private const string Activities = "/ocs/v2.php/apps/activity/api/v2/activity";
    private const string Calendars = "/remote.php/dav/calendars/alice/";
    private const string Contacts = "/remote.php/dav/addressbooks/users/alice/contacts/";

    private protected override DemoCloudOptions Options() => new() { SampleData = false };

    [Fact]
    public async Task Making_changing_and_deleting_an_event_is_told_with_its_name_and_its_calendar()
    {
        _ = await Alice.TextAsync("PUT", Calendars + "personal/fair.ics", Calendar("VEVENT", "Craft fair"));
        _ = await Alice.TextAsync("PUT", Calendars + "personal/fair.ics", Calendar("VEVENT", "Big craft fair"));
        _ = await Alice.TextAsync("DELETE", Calendars + "personal/fair.ics");

        var told = await ToldAsync();

        Assert.Equal(
            [
                "You deleted event Big craft fair from calendar Personal",
                "You updated event Big craft fair in calendar Personal",
                "You created event Craft fair in calendar Personal",
            ],
            Subjects(told)
        );
        var created = told[2]!;
        Assert.Equal(("dav", "calendar_event", "calendar"), Kinds(created));
        Assert.EndsWith(
            "/apps/calendar/edit/" + Convert.ToBase64String("/remote.php/dav/calendars/alice/personal/fair.ics"u8),
            (string)created["subject_rich"]![1]!["event"]!["link"]!,
            StringComparison.Ordinal
        );
        Assert.Null(told[0]!["subject_rich"]![1]!["event"]!["link"]);
    }

    [Fact]
    public async Task Calendars_tasks_and_contacts_are_told_in_words_of_their_own()
    {
        using var made = await Alice.SendAsync("MKCALENDAR", Calendars + "todo");
        _ = await Alice.TextAsync("PUT", Calendars + "todo/saw.ics", Calendar("VTODO", "Sharpen the saw"));
        _ = await Alice.TextAsync("PUT", Contacts + "weber.vcf", Card("Familie Weber"));
        _ = await Alice.TextAsync("PUT", Contacts + "weber.vcf", Card("Weber"));
        _ = await Alice.TextAsync("DELETE", Contacts + "weber.vcf");
        _ = await Alice.TextAsync("DELETE", Calendars + "todo");

        var told = await ToldAsync();

        Assert.Equal(
            [
                "You deleted calendar todo",
                "You deleted contact Weber from address book Contacts",
                "You updated contact Weber in address book Contacts",
                "You created contact Familie Weber in address book Contacts",
                "You created to-do Sharpen the saw in list todo",
                "You created calendar todo",
            ],
            Subjects(told)
        );
        Assert.Equal(("dav", "contacts", "addressbook"), Kinds(told[1]!));
        Assert.Equal(("dav", "calendar_todo", "calendar"), Kinds(told[4]!));
        Assert.Equal(("dav", "calendar", "calendar"), Kinds(told[5]!));
    }

    [Fact]
    public async Task What_was_refused_is_not_told_and_what_is_about_no_file_is_in_the_history_of_none()
    {
        _ = await Alice.TextAsync("PUT", Calendars + "personal/fair.ics", Calendar("VEVENT", "Craft fair"));
        using var refused = await Alice.SendAsync(
            "PUT",
            Calendars + "personal/fair.ics",
            new StringContent(Calendar("VEVENT", "Another")),
            ("If-None-Match", "*")
        );
        using var ofNoFile = await Alice.SendAsync("GET", Activities + "/filter?object_type=files&object_id=0");

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal(["You created event Craft fair in calendar Personal"], Subjects(await ToldAsync()));
        Assert.Equal(HttpStatusCode.NotModified, ofNoFile.StatusCode);
    }

    [Fact]
    public async Task Who_leaves_a_shared_calendar_deleted_nothing()
    {
        using var shared = await Alice.SendAsync(
            "POST",
            Calendars + "personal/",
            new StringContent(
                """<o:share xmlns:d="DAV:" xmlns:o="http://owncloud.org/ns"><o:set><d:href>principal:principals/users/bob</d:href></o:set></o:share>""",
                Encoding.UTF8,
                "application/xml"
            )
        );
        using var left = await Bob.SendAsync("DELETE", "/remote.php/dav/calendars/bob/personal_shared_by_alice");
        using var told = await Bob.SendAsync("GET", Activities);

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, told.StatusCode);
    }

    private static (string, string, string) Kinds(JsonNode told) =>
        ((string)told["app"]!, (string)told["type"]!, (string)told["object_type"]!);

    private static IEnumerable<string> Subjects(JsonArray told) => told.Select(one => (string)one!["subject"]!);

    private static string Calendar(string component, string summary) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:{component}\r\nUID:one\r\n"
        + $"DTSTAMP:20261123T150000Z\r\nDTSTART:20261130T100000Z\r\nSUMMARY:{summary}\r\nEND:{component}\r\nEND:VCALENDAR\r\n";

    private static string Card(string name) =>
        $"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:one\r\nFN:{name}\r\nN:{name};;;;\r\nEND:VCARD\r\n";

    private async Task<JsonArray> ToldAsync() =>
        (await Alice.JsonAsync("GET", Activities + "?limit=20"))["ocs"]!["data"]!.AsArray();
}
