using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Contacts;

public sealed class ContactsToolsTests : ToolTest
{
    private const string Home = "/remote.php/dav/addressbooks/users/alice/";
    private const string Book = Home + "contacts/";
    private const string Read = "f948306d917ac061c3d65b3df1a35140";
    private const string Written = "b0560d6d53f37e3c34e98b4822417377";

    [Fact]
    public async Task Contacts_are_listed_by_name_page_by_page()
    {
        Cloud.Play("carddav", "16-query-partial-props");
        await using var alice = await AliceAsync("contacts.read");

        var one = await CallAsync(alice, "list_contacts", new { book = "contacts", limit = 3 });
        var two = await CallAsync(
            alice,
            "list_contacts",
            new
            {
                book = "contacts",
                limit = 3,
                cursor = one.GetProperty("nextCursor").GetString(),
            }
        );

        Assert.Equal(["Jane Doe", "Leon Green", "Max Müßtermann", "No Uid"], Names(one).Concat(Names(two)));
        Assert.False(two.TryGetProperty("nextCursor", out _));
        var jane = one.GetProperty("contacts")[0];
        Assert.Equal("contacts/c-1.vcf", jane.GetProperty("id").GetString());
        Assert.Equal("jane@example.test (work)", jane.GetProperty("emails")[0].GetString());
        Assert.Equal(Written, jane.GetProperty("etag").GetString());
        Assert.Equal(
            Cloud.Address + "/index.php/apps/contacts/direct/contact/c-1~contacts",
            jane.GetProperty("link").GetString()
        );
    }

    [Fact]
    public async Task A_search_without_a_book_asks_every_book_once()
    {
        Cloud
            .Play("carddav", "01-list-addressbooks")
            .Play("carddav", "13-query-fn-contains")
            .Answer("REPORT", Home + "z-server-generated--system/", 207, "application/xml", Nothing)
            .Answer("REPORT", Home + "z-app-generated--contactsinteraction--recent/", 207, "application/xml", Nothing);
        await using var alice = await AliceAsync("contacts.read");

        var found = await CallAsync(alice, "list_contacts", new { query = "jane" });

        Assert.Equal(["Jane Doe"], Names(found));
        Assert.Equal(3, Cloud.Requests.Count(r => r.Method == "REPORT"));
    }

    [Fact]
    public async Task A_group_is_asked_for_at_the_cloud()
    {
        Cloud.Play("carddav", "17-multiget", Book);
        await using var alice = await AliceAsync("contacts.read");

        var found = await CallAsync(alice, "list_contacts", new { book = "contacts", group = "friends" });
        var part = await CallAsync(alice, "list_contacts", new { book = "contacts", group = "friend" });

        Assert.Equal(["Jane Doe"], Names(found));
        Assert.Empty(Names(part));
        Assert.Contains("name=\"CATEGORIES\"", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_book_that_is_not_there_is_not_found()
    {
        Cloud.Answer("REPORT", Home + "nope/", 404, "application/xml", NotThere);
        await using var alice = await AliceAsync("contacts.read");

        var error = await ErrorAsync(alice, "list_contacts", new { book = "nope" });

        Assert.Contains("it is not there", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_read_with_all_it_has()
    {
        Cloud.Play("carddav", "05-get");
        await using var alice = await AliceAsync("contacts.read");

        var contact = await CallAsync(alice, "read_contact", new { id = "contacts/c-1.vcf" });

        Assert.Equal(Read, contact.GetProperty("etag").GetString());
        Assert.Equal("1980-02-29", contact.GetProperty("birthday").GetString());
        Assert.Equal("Main St 1; 10115; Berlin; ; Germany (home)", contact.GetProperty("addresses")[0].GetString());
        Assert.Equal("Met at FOSDEM, 2026", contact.GetProperty("note").GetString());
        Assert.False(contact.TryGetProperty("photo", out _));
    }

    [Fact]
    public async Task A_contact_that_is_not_there_or_no_card_says_so()
    {
        Cloud
            .Answer("GET", Book + "gone.vcf", 404, "application/xml", NotThere)
            .Answer(
                "GET",
                Book + "half.vcf",
                200,
                "text/vcard",
                "BEGIN:VCARD\r\nFN:x",
                new RecordedHeader("ETag", "\"e\"")
            );
        await using var alice = await AliceAsync("contacts.read");

        var gone = await ErrorAsync(alice, "read_contact", new { id = "contacts/gone.vcf" });
        var half = await ErrorAsync(alice, "read_contact", new { id = "contacts/half.vcf" });
        var astray = await ErrorAsync(alice, "read_contact", new { id = "../../files/alice/x" });

        Assert.Contains("it is not there", gone, StringComparison.Ordinal);
        Assert.Contains("no END:VCARD", half, StringComparison.Ordinal);
        Assert.Contains("book/card.vcf", astray, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_created_in_one_request()
    {
        Cloud.Play("carddav", "03-put-201", Book + "*");
        await using var alice = await AliceAsync("contacts.write");

        var made = await CallAsync(
            alice,
            "save_contact",
            new
            {
                name = "Jane Doe",
                emails = new[] { "jane@example.test (work)" },
                phones = new[] { "+49 (30) 1", "+49 170 1 (mobile)", "1 (My desk)" },
                addresses = new[] { "Main St 1; ; Berlin (home)" },
                birthday = "--02-29",
                groups = new[] { "Friends" },
            }
        );

        var sent = Cloud.LastRequest.BodyText;
        Assert.Equal(Read, made.GetProperty("etag").GetString());
        Assert.StartsWith("contacts/", made.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Contains("\r\nEMAIL;TYPE=WORK:jane@example.test\r\n", sent, StringComparison.Ordinal);
        Assert.Contains(
            "\r\nTEL:+49 (30) 1\r\nTEL;TYPE=CELL:+49 170 1\r\nitem1.TEL:1\r\n",
            sent,
            StringComparison.Ordinal
        );
        Assert.Contains("\r\nADR;TYPE=HOME:;;Main St 1;Berlin;;;\r\n", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_changed_with_its_etag_and_everything_else_stays()
    {
        Cloud.Play("carddav", "05-get").Play("carddav", "06-put-if-match-204");
        await using var alice = await AliceAsync("contacts.write");

        var saved = await CallAsync(
            alice,
            "save_contact",
            new
            {
                id = "contacts/c-1.vcf",
                etag = Read,
                title = "CEO",
            }
        );

        Assert.Equal(Written, saved.GetProperty("etag").GetString());
        Assert.Equal(Recording.Load("carddav", "06-put-if-match-204").Request.Body, Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task A_change_of_what_changed_is_a_conflict_that_says_what_is_there()
    {
        Cloud.Play("carddav", "05-get");
        await using var alice = await AliceAsync("contacts.write");

        var error = await ErrorAsync(
            alice,
            "save_contact",
            new
            {
                id = "contacts/c-1.vcf",
                etag = "0ld",
                title = "CEO",
            }
        );

        Assert.Contains("changed in the meantime", error, StringComparison.Ordinal);
        Assert.Contains("Jane Doe, jane@example.test, +49 170 1234567, Example Ltd", error, StringComparison.Ordinal);
        Assert.Contains($"Current etag: {Read}", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "PUT");
    }

    [Fact]
    public async Task Another_book_moves_the_contact_in_one_request()
    {
        Cloud.Play("carddav", "19-move-to-other-addressbook");
        await using var alice = await AliceAsync("contacts.write");

        var saved = await CallAsync(
            alice,
            "save_contact",
            new
            {
                id = "contacts/c-2.vcf",
                etag = Read,
                book = "friends",
            }
        );

        Assert.Equal("friends/c-2.vcf", saved.GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_cannot_be_saved_says_why_before_anything_is_sent()
    {
        await using var alice = await AliceAsync("contacts.write");

        var nameless = await ErrorAsync(alice, "save_contact", new { note = "who?" });
        var blind = await ErrorAsync(alice, "save_contact", new { id = "contacts/c-1.vcf", title = "CEO" });
        var nothing = await ErrorAsync(alice, "save_contact", new { id = "contacts/c-1.vcf", etag = Read });
        var endless = await ErrorAsync(alice, "save_contact", new { name = new string('x', 10_000) });
        var noDay = await ErrorAsync(alice, "save_contact", new { name = "x", birthday = "soon" });

        Assert.Contains("'name'", nameless, StringComparison.Ordinal);
        Assert.Contains("'etag'", blind, StringComparison.Ordinal);
        Assert.Contains("nothing to change", nothing, StringComparison.Ordinal);
        Assert.Contains("10000 of at most 1000", endless, StringComparison.Ordinal);
        Assert.Contains("no birthday", noDay, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Path.StartsWith(Home, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contact_without_a_picture_has_no_resource()
    {
        Cloud.Play("carddav", "22-photo");
        await using var alice = await AliceAsync("contacts.read");

        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
            await alice.ReadResourceAsync("nextcloud://contacts/contacts/c-1.vcf/photo", cancellationToken: Token)
        );

        Assert.Contains("no picture", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_deleted_with_its_etag_or_not_at_all()
    {
        Cloud
            .Play("carddav", "05-get")
            .Play("carddav", "05-get", "/remote.php/dav/addressbooks/users/alice/friends/c-2.vcf")
            .Play("carddav", "23-delete")
            .Play("carddav", "24-delete-404")
            .Play("carddav", "07-put-stale-412")
            .Answer(
                "DELETE",
                Book + "c-1.vcf",
                412,
                "application/xml",
                Stale,
                new RecordedHeader("ETag", $"\"{Written}\"")
            );
        await using var alice = await AliceAsync("contacts.write");

        var asked = await ErrorAsync(alice, "delete_contact", new { id = "friends/c-2.vcf", etag = Read });
        var confirmation = asked.Split('\'')[^2];
        var friend = new
        {
            id = "friends/c-2.vcf",
            etag = Read,
            confirmation,
        };
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "DELETE");
        var deleted = await CallAsync(alice, "delete_contact", friend);
        var gone = await ErrorAsync(alice, "delete_contact", friend);
        var jane = await ErrorAsync(alice, "delete_contact", new { id = "contacts/c-1.vcf", etag = Read });
        var stale = await ErrorAsync(
            alice,
            "delete_contact",
            new
            {
                id = "contacts/c-1.vcf",
                etag = Read,
                confirmation = jane.Split('\'')[^2],
            }
        );

        Assert.Contains("Delete the contact 'Jane Doe' of 'friends' for good?", asked, StringComparison.Ordinal);
        Assert.Equal("friends/c-2.vcf", deleted.GetProperty("id").GetString());
        Assert.Contains("it is not there", gone, StringComparison.Ordinal);
        Assert.Contains("changed in the meantime", stale, StringComparison.Ordinal);
        Assert.Contains($"Current etag: {Written}", stale, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_books_are_listed()
    {
        Cloud.Play("carddav", "01-list-addressbooks");
        await using var alice = await AliceAsync("contacts.read");

        var books = await CallAsync(alice, "list_address_books", new { });

        Assert.Equal(
            ["contacts", "z-server-generated--system", "z-app-generated--contactsinteraction--recent"],
            books.GetProperty("addressBooks").EnumerateArray().Select(b => b.GetProperty("id").GetString())
        );
        Assert.True(books.GetProperty("addressBooks")[1].GetProperty("readOnly").GetBoolean());
    }

    [Fact]
    public async Task An_address_book_is_created_under_a_name_of_its_title_or_is_there_already()
    {
        Cloud.Play("carddav", "02-mkcol-addressbook").Play("caldav", "04-mkcalendar-exists-405");
        Cloud.Answer("MKCOL", Book, 405, "application/xml", NotThere);
        await using var alice = await AliceAsync("contacts.write");

        var made = await CallAsync(alice, "save_address_book", new { title = "Friends!" });
        var taken = await ErrorAsync(alice, "save_address_book", new { title = "Contacts" });

        Assert.Equal("friends", made.GetProperty("id").GetString());
        Assert.Contains("there already", taken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_book_is_deleted_after_the_persons_word_only()
    {
        Cloud.Play("carddav", "25-delete-addressbook");
        await using var alice = await AliceAsync("contacts.write");

        var asked = await ErrorAsync(alice, "delete_address_book", new { id = "friends" });
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "DELETE");
        var code = asked.Split('\'')[^2];
        var deleted = await CallAsync(alice, "delete_address_book", new { id = "friends", confirmation = code });

        Assert.Contains("with all its contacts, for good?", asked, StringComparison.Ordinal);
        Assert.Equal("friends", deleted.GetProperty("id").GetString());
    }

    private const string Nothing = "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\"/>";

    private const string NotThere =
        "<?xml version=\"1.0\"?><d:error xmlns:d=\"DAV:\" xmlns:s=\"http://sabredav.org/ns\"><s:exception>Sabre\\DAV\\Exception\\NotFound</s:exception><s:message>Card not found</s:message></d:error>";

    private const string Stale =
        "<?xml version=\"1.0\"?><d:error xmlns:d=\"DAV:\" xmlns:s=\"http://sabredav.org/ns\"><s:exception>Sabre\\DAV\\Exception\\PreconditionFailed</s:exception><s:message>An If-Match header was specified, but none of the specified ETags matched.</s:message><s:header>If-Match</s:header></d:error>";

    private static IEnumerable<string?> Names(JsonElement answer) =>
        answer.GetProperty("contacts").EnumerateArray().Select(c => c.GetProperty("name").GetString());
}
