using System.Xml.Linq;
using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Contacts;

public sealed class ContactsClientTests : CloudTest
{
    private const string Book = "/remote.php/dav/addressbooks/users/alice/contacts/";
    private static readonly XNamespace card = "urn:ietf:params:xml:ns:carddav";
    private static readonly ContactId jane = ContactId.Parse("contacts/c-1.vcf");
    private static readonly ETag read = ETag.Parse("f948306d917ac061c3d65b3df1a35140");
    private static readonly ETag written = ETag.Parse("b0560d6d53f37e3c34e98b4822417377");

    private ContactsClient Contacts => new(Transport, Time);

    [Fact]
    public async Task A_book_is_listed_by_name_without_its_pictures()
    {
        Cloud.Play("carddav", "16-query-partial-props");

        var contacts = await Contacts.ListAsync(Alice, AddressBookName.Default, Token);

        Assert.Equal(["Jane Doe", "Leon Green", "Max Müßtermann", "No Uid"], contacts.Select(c => c.Name));
        Assert.Equal(jane, contacts[0].Id);
        Assert.Equal(written, contacts[0].ETag);
        Assert.Equal([new("jane@example.test", "work")], contacts[0].Emails);
        var sent = XElement.Parse(Cloud.LastRequest.BodyText);
        Assert.DoesNotContain(sent.Descendants(card + "prop"), p => p.Attribute("name")?.Value == "PHOTO");
        Assert.Empty(sent.Descendants(card + "prop-filter"));
    }

    [Fact]
    public async Task A_search_is_the_clouds_in_all_that_names_somebody()
    {
        Cloud.Play("carddav", "13-query-fn-contains");

        var found = await Contacts.SearchAsync(Alice, AddressBookName.Default, " jane ", 10, Token);

        Assert.Equal(["Jane Doe"], found.Select(c => c.Name));
        var filter = XElement.Parse(Cloud.LastRequest.BodyText).Element(card + "filter")!;
        var recorded = XElement
            .Parse(Recording.Load("carddav", "13-query-fn-contains").Request.Body!)
            .Element(card + "filter")!;
        Assert.Equal("anyof", filter.Attribute("test")?.Value);
        Assert.Equal(
            ["FN", "EMAIL", "TEL", "NICKNAME", "ORG"],
            filter.Elements(card + "prop-filter").Select(f => f.Attribute("name")?.Value)
        );
        Assert.Equal(recorded.Elements().First().ToString(), filter.Elements().First().ToString());
        Assert.Equal("10", XElement.Parse(Cloud.LastRequest.BodyText).Descendants(card + "nresults").Single().Value);
        Assert.Equal("1", Cloud.LastRequest.Header("Depth"));
    }

    [Theory]
    [InlineData("+491701234567", 1)]
    [InlineData("0170 / 123 45 67", 1)]
    [InlineData("0170 / 123 45 99", 0)]
    public async Task A_phone_number_is_found_however_it_is_written(string number, int count)
    {
        Cloud.Play("carddav", "17-multiget", Book).Play("carddav", "13-query-fn-contains", Book);

        var found = await Contacts.SearchAsync(Alice, AddressBookName.Default, number, 10, Token);

        Assert.Equal(count, found.Count);
        Assert.Equal(
            number[^2..],
            XElement.Parse(Cloud.LastRequest.BodyText).Descendants(card + "text-match").Single().Value
        );
    }

    [Fact]
    public async Task What_is_typed_stays_text_in_the_search()
    {
        Cloud.Play("carddav", "14-query-unicode-casemap");

        await Contacts.SearchAsync(Alice, AddressBookName.Default, "</card:text-match><x>&\u0001MÜßT", 10, Token);

        Assert.Equal(
            "</card:text-match><x>&MÜßT",
            XElement.Parse(Cloud.LastRequest.BodyText).Descendants(card + "text-match").First().Value
        );
    }

    [Fact]
    public async Task A_contact_is_read_whole_in_one_call()
    {
        Cloud.Play("carddav", "05-get");

        var contact = await Contacts.GetAsync(Alice, jane, Token);

        Assert.Equal(read, contact.ETag);
        Assert.Equal(("Jane Doe", "Example Ltd", "CTO"), (contact.Name, contact.Organization, contact.Title));
        Assert.Equal("Met at FOSDEM, 2026", contact.Note);
        Assert.Equal([new("+49 170 1234567", "cell")], contact.Phones);
        Assert.Single(Cloud.Requests);
    }

    [Fact]
    public async Task A_change_sends_the_card_as_it_was_but_for_the_change()
    {
        Cloud.Play("carddav", "05-get").Play("carddav", "06-put-if-match-204");

        var result = await Contacts.UpdateAsync(Alice, jane, read, new ContactChange { Title = "CEO" }, Token);

        Assert.Equal(new ContactWritten(jane, written), result);
        Assert.Equal(Recording.Load("carddav", "06-put-if-match-204").Request.Body, Cloud.LastRequest.BodyText);
        Assert.Equal(read.Quoted, Cloud.LastRequest.Header("If-Match"));
        Assert.Equal("text/vcard; charset=utf-8", Cloud.LastRequest.Header("Content-Type"));
    }

    [Fact]
    public async Task A_contact_that_changed_is_not_overwritten_and_the_error_says_what_it_is_now()
    {
        Cloud.Play("carddav", "05-get");

        var error = await ErrorOf(() =>
            Contacts.UpdateAsync(Alice, jane, written, new ContactChange { Title = "CEO" }, Token)
        );

        Assert.Equal((NextcloudErrorKind.Conflict, read), (error.Kind, error.CurrentETag));
        Assert.Contains("Jane Doe, jane@example.test", error.Cause, StringComparison.Ordinal);
        Assert.Single(Cloud.Requests);
    }

    [Fact]
    public async Task A_change_in_the_last_moment_is_a_conflict_too()
    {
        Cloud.Play("carddav", "05-get").Play("carddav", "07-put-stale-412");

        var error = await ErrorOf(() =>
            Contacts.UpdateAsync(Alice, jane, read, new ContactChange { Title = "CEO" }, Token)
        );

        Assert.Equal((NextcloudErrorKind.Conflict, written), (error.Kind, error.CurrentETag));
    }

    [Fact]
    public async Task A_new_contact_gets_a_name_nobody_has_and_is_never_written_over_another()
    {
        Cloud.Play("carddav", "03-put-201", Book + "*").Play("carddav", "04-put-if-none-match-412", Book + "*");
        var draft = new ContactChange { Name = "Ana María López", Emails = [new("ana@example.test", "home")] };

        var made = await Contacts.CreateAsync(Alice, AddressBookName.Default, draft, Token);
        var error = await ErrorOf(() => Contacts.CreateAsync(Alice, AddressBookName.Default, draft, Token));

        Assert.Equal(read, made.ETag);
        Assert.EndsWith(made.Id.ToString(), Cloud.Requests[0].Path, StringComparison.Ordinal);
        Assert.Equal("*", Cloud.Requests[0].Header("If-None-Match"));
        Assert.Contains("\r\nN:López;Ana María;;;\r\n", Cloud.Requests[0].BodyText, StringComparison.Ordinal);
        Assert.Contains($"\r\nUID:{made.Id.Name[..^4]}\r\n", Cloud.Requests[0].BodyText, StringComparison.Ordinal);
        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_before_anything_is_sent()
    {
        var error = await ErrorOf(() =>
            Contacts.CreateAsync(
                Alice,
                AddressBookName.Default,
                new ContactChange { Name = "x", Birthday = "?" },
                Token
            )
        );

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("no birthday", error.Cause, StringComparison.Ordinal);
        Assert.Empty(Cloud.Requests);
    }

    [Fact]
    public async Task A_contact_is_moved_by_the_cloud()
    {
        Cloud.Play("carddav", "19-move-to-other-addressbook");

        var moved = await Contacts.MoveAsync(
            Alice,
            ContactId.Parse("contacts/c-2.vcf"),
            read,
            AddressBookName.Parse("friends"),
            Token
        );

        Assert.Equal("friends/c-2.vcf", moved.ToString());
        Assert.Equal(
            "/remote.php/dav/addressbooks/users/alice/friends/c-2.vcf",
            Cloud.LastRequest.Header("Destination")
        );
        Assert.Equal(("F", read.Quoted), (Cloud.LastRequest.Header("Overwrite"), Cloud.LastRequest.Header("If-Match")));
    }

    [Fact]
    public async Task A_contact_is_deleted_only_when_it_is_as_it_was_read()
    {
        Cloud.Play("carddav", "23-delete").Play("carddav", "24-delete-404");
        var id = ContactId.Parse("friends/c-2.vcf");

        await Contacts.DeleteAsync(Alice, id, read, Token);
        var error = await ErrorOf(() => Contacts.DeleteAsync(Alice, id, read, Token));

        Assert.Equal(read.Quoted, Cloud.Requests[0].Header("If-Match"));
        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task A_contact_without_a_picture_says_so()
    {
        Cloud.Play("carddav", "22-photo");

        var error = await ErrorOf(() => Contacts.GetPhotoAsync(Alice, jane, Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
        Assert.Contains("no picture", error.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/vcard", "BEGIN:VCARD\r\nFN:Half", "END:VCARD")]
    [InlineData("text/vcard", "BEGIN:VCARD\r\nEND:VCARD\r\nBEGIN:VCARD\r\nEND:VCARD\r\n", "more than one")]
    [InlineData("text/plain", "Log in", "no vCard")]
    [InlineData("text/html", "<html>Log in</html>", "a page")]
    public async Task What_is_no_card_is_an_error_and_nothing_is_written(string type, string body, string why)
    {
        Cloud.Answer("GET", Book + "c-1.vcf", 200, type, body, new RecordedHeader("ETag", read.Quoted));

        var error = await ErrorOf(() =>
            Contacts.UpdateAsync(Alice, jane, read, new ContactChange { Title = "CEO" }, Token)
        );

        Assert.Equal(NextcloudErrorKind.UnexpectedAnswer, error.Kind);
        Assert.Contains(why, error.Cause, StringComparison.Ordinal);
        Assert.Single(Cloud.Requests);
    }

    [Fact]
    public async Task A_page_instead_of_a_list_is_an_error()
    {
        Cloud.Answer("REPORT", Book, 200, "text/html", "<html>Log in</html>");

        var error = await ErrorOf(() => Contacts.ListAsync(Alice, AddressBookName.Default, Token));

        Assert.Equal(NextcloudErrorKind.UnexpectedAnswer, error.Kind);
    }

    [Fact]
    public async Task One_broken_card_does_not_hide_the_others()
    {
        var broken = Recording
            .Load("carddav", "16-query-partial-props")
            .Response.BodyText.Replace(
                "END:VCARD&#13;\n</card:address-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response><d:response><d:href>/remote.php/dav/addressbooks/users/alice/contacts/c-2",
                "</card:address-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response><d:response><d:href>/remote.php/dav/addressbooks/users/alice/contacts/c-2",
                StringComparison.Ordinal
            );
        Cloud.Answer("REPORT", Book, 207, "application/xml", broken);

        var contacts = await Contacts.ListAsync(Alice, AddressBookName.Default, Token);

        Assert.Equal(
            ["(unreadable card c-1.vcf)", "Leon Green", "Max Müßtermann", "No Uid"],
            contacts.Select(c => c.Name)
        );
    }

    [Theory]
    [InlineData("contacts")]
    [InlineData("contacts/")]
    [InlineData("contacts/a/b")]
    [InlineData("../c-1.vcf")]
    [InlineData("contacts/..")]
    [InlineData("contacts/a\\b")]
    [InlineData("contacts/a\u0000b")]
    public void An_id_leads_nowhere_else(string text) => Assert.False(ContactId.TryParse(text, out _));

    [Fact]
    public async Task Names_of_cards_are_encoded()
    {
        Cloud.Play(
            "carddav",
            "05-get",
            "/remote.php/dav/addressbooks/users/alice/b%20%23/Database%3Aal%25ice%20%F0%9F%8E%89.vcf"
        );

        var contact = await Contacts.GetAsync(Alice, ContactId.Parse("b #/Database:al%ice 🎉.vcf"), Token);

        Assert.Equal("Jane Doe", contact.Name);
    }
}
