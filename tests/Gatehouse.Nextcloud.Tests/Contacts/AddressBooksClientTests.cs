using System.Xml.Linq;
using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Contacts;

public sealed class AddressBooksClientTests : CloudTest
{
    private const string Friends = "/remote.php/dav/addressbooks/users/alice/friends/";
    private static readonly AddressBookName friends = AddressBookName.Parse("friends");

    private AddressBooksClient Books => new(Transport);

    [Fact]
    public async Task Address_books_are_listed_with_those_the_cloud_makes_marked()
    {
        Cloud.Play("carddav", "01-list-addressbooks");

        var books = await Books.ListAsync(Alice, Token);

        Assert.Equal(
            [
                new(AddressBookName.Default, "Contacts", false, false, null),
                new(AddressBookName.Parse("z-server-generated--system"), "Accounts", true, true, null),
                new(
                    AddressBookName.Parse("z-app-generated--contactsinteraction--recent"),
                    "Recently contacted",
                    true,
                    true,
                    null
                ),
            ],
            books
        );
    }

    [Fact]
    public async Task A_book_is_made_as_recorded()
    {
        Cloud.Play("carddav", "02-mkcol-addressbook");

        await Books.CreateAsync(Alice, friends, "Friends", Token);

        var recorded = XElement.Parse(Recording.Load("carddav", "02-mkcol-addressbook").Request.Body!);
        var sent = XElement.Parse(Cloud.LastRequest.BodyText);
        Assert.Equal(
            recorded.Descendants().Select(e => (e.Name, e.HasElements ? "" : e.Value)),
            sent.Descendants().Select(e => (e.Name, e.HasElements ? "" : e.Value))
        );
    }

    [Fact]
    public async Task A_book_gets_another_title_or_says_that_it_did_not()
    {
        const string head =
            "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>/x</d:href><d:propstat><d:prop><d:displayname/></d:prop><d:status>HTTP/1.1 ";
        const string tail = "</d:status></d:propstat></d:response></d:multistatus>";
        Cloud
            .Answer("PROPPATCH", Friends, 207, "application/xml", head + "200 OK" + tail)
            .Answer("PROPPATCH", Friends, 207, "application/xml", head + "403 Forbidden" + tail);

        await Books.RenameAsync(Alice, friends, "Friends & <family>", Token);
        var error = await ErrorOf(() => Books.RenameAsync(Alice, friends, "x", Token));

        Assert.Equal(
            "Friends & <family>",
            XElement.Parse(Cloud.Requests[0].BodyText).Descendants(XName.Get("displayname", "DAV:")).Single().Value
        );
        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
    }

    [Fact]
    public async Task A_book_is_deleted()
    {
        Cloud.Play("carddav", "25-delete-addressbook");

        await Books.DeleteAsync(Alice, friends, Token);

        Assert.Equal("DELETE", Cloud.LastRequest.Method);
    }
}
