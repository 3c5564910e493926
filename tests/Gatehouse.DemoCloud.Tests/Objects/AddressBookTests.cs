using System.Net;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Objects;

public sealed class AddressBookTests
{
    private const string Book = "/remote.php/dav/addressbooks/users/alice/contacts/";
    private const string Four =
        "BEGIN:VCARD\nVERSION:4.0\nUID:u4\nFN:Four\nPHOTO:data:image/png;base64,AQID\nX-ODD;a=b:kept\nEND:VCARD\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_is_served_as_it_was_sent_and_in_version_3_to_reports()
    {
        await using var cloud = await StartAsync();
        using var alice = new CloudClient(cloud.Address, "alice", "alice");

        await OkAsync(alice, "PUT", Book + "four.vcf", Four);
        var listed = await OkAsync(
            alice,
            "REPORT",
            Book,
            """<c:addressbook-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:prop><c:address-data/></d:prop></c:addressbook-query>"""
        );

        Assert.Equal(Four, await OkAsync(alice, "GET", Book + "four.vcf"));
        Assert.Contains("VERSION:3.0", listed, StringComparison.Ordinal);
        Assert.Contains("PHOTO;ENCODING=b;TYPE=PNG:AQID", listed, StringComparison.Ordinal);
        Assert.Contains("X-ODD;A=b:kept", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_served_as_a_picture()
    {
        await using var cloud = await StartAsync();
        using var alice = new CloudClient(cloud.Address, "alice", "alice");
        await OkAsync(alice, "PUT", Book + "four.vcf", Four);

        using var photo = await alice.SendAsync("GET", Book + "four.vcf?photo");

        Assert.Equal("image/png", photo.Content.Headers.ContentType?.MediaType);
        Assert.Equal([1, 2, 3], await photo.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_book_is_exported_card_by_card()
    {
        await using var cloud = await StartAsync();
        using var alice = new CloudClient(cloud.Address, "alice", "alice");
        await OkAsync(alice, "PUT", Book + "1.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:One\r\nEND:VCARD\r\n");
        await OkAsync(alice, "PUT", Book + "2.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:2\r\nFN:Two\r\nEND:VCARD\r\n");

        using var export = await alice.SendAsync("GET", Book.TrimEnd('/') + "?export");

        Assert.Equal("text/directory", export.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:One\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nUID:2\r\nFN:Two\r\nEND:VCARD\r\n",
            await export.Content.ReadAsStringAsync(Token)
        );
    }

    [Fact]
    public async Task Nobody_reads_the_cards_of_somebody_else()
    {
        await using var cloud = await StartAsync();
        using var alice = new CloudClient(cloud.Address, "alice", "alice");
        using var bob = new CloudClient(cloud.Address, "bob", "bob");
        await OkAsync(alice, "PUT", Book + "four.vcf", Four);

        using var foreign = await bob.SendAsync("GET", Book + "four.vcf");
        using var written = await bob.SendAsync("PUT", Book + "mine.vcf", new StringContent(Four));

        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, written.StatusCode);
    }

    [Fact]
    public async Task Contacts_and_calendars_outlive_the_cloud_that_keeps_them()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-demo").FullName;
        try
        {
            var options = new DemoCloudOptions { DataFolder = folder, SampleData = false };
            await using (var first = await DemoCloudServer.StartAsync(options, Token))
            {
                using var alice = new CloudClient(first.Address, "alice", "alice");
                await OkAsync(alice, "PUT", Book + "four.vcf", Four);
                await OkAsync(alice, "MKCALENDAR", "/remote.php/dav/calendars/alice/kept/", "");
            }

            await using var second = await DemoCloudServer.StartAsync(options, Token);
            using var again = new CloudClient(second.Address, "alice", "alice");

            Assert.Equal(Four, await OkAsync(again, "GET", Book + "four.vcf"));
            using var taken = await again.SendAsync("MKCALENDAR", "/remote.php/dav/calendars/alice/kept/");
            Assert.Equal(HttpStatusCode.MethodNotAllowed, taken.StatusCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<DemoCloudServer> StartAsync() =>
        DemoCloudServer.StartAsync(new DemoCloudOptions { SampleData = false }, Token);

    private static async Task<string> OkAsync(CloudClient who, string method, string path, string? body = null)
    {
        using var answer = await who.SendAsync(method, path, body is null ? null : new StringContent(body));
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {text}");
        return text;
    }
}
