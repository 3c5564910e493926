namespace Gatehouse.DemoCloud.Tests.Replay;

/// <summary>What alice had said about a file and shared before her activities were listed.</summary>
internal static class ActivityScene
{
    private const string Book = """
        <d:mkcol xmlns:d="DAV:" xmlns:card="urn:ietf:params:xml:ns:carddav"><d:set><d:prop>
        <d:resourcetype><d:collection/><card:addressbook/></d:resourcetype></d:prop></d:set></d:mkcol>
        """;

    private const string Card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:leon\r\nFN:Leon Green\r\nEND:VCARD\r\n";

    private const string Event =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:example\r\n"
        + "DTSTAMP:20261123T150000Z\r\nDTSTART:20261130T100000Z\r\nSUMMARY:Example event\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private const string Shares = "/ocs/v2.php/apps/files_sharing/api/v1/shares";

    public static async Task MakeAsync(Replayer replayer)
    {
        await FilesScene.MakeAsync(replayer);
        await replayer.AsAliceAsync(
            "POST",
            "/remote.php/dav/comments/files/113",
            """{"actorType":"users","verb":"comment","message":"Looks good @bob"}"""
        );
        await replayer.AsAliceAsync(
            "POST",
            Shares,
            """{"path":"/Projects/hello.txt","shareType":0,"shareWith":"bob"}"""
        );
        await replayer.AsAliceAsync("POST", Shares, """{"path":"/Projects","shareType":3}""");
        await replayer.AsAliceAsync(
            "POST",
            Shares,
            """{"path":"/Projects/hello.txt","shareType":1,"shareWith":"team"}"""
        );
        await replayer.AsAliceAsync("DELETE", Shares + "/1");
    }

    /// <summary>
    /// The real one had made carol's calendars, her address book and what is in them when she came, as its eighth and ninth and its fifth;
    /// here she makes them.
    /// </summary>
    public static async Task OfCarolAsync(Replayer replayer)
    {
        const string calendars = "/remote.php/dav/calendars/carol/";
        const string books = "/remote.php/dav/addressbooks/users/carol/";
        for (var number = 7; number <= 8; number++)
            await replayer.AsAsync("carol", "MKCALENDAR", $"{calendars}{number}");
        await replayer.AsAsync("carol", "MKCOL", books + "4", Book);
        await replayer.AsAsync("carol", "PUT", calendars + "8/example.ics", Event);
        await replayer.AsAsync("carol", "MKCOL", books + "5", Book);
        await replayer.AsAsync("carol", "PUT", books + "5/leon.vcf", Card);
        await replayer.AsAsync("carol", "MKCALENDAR", calendars + "9");
        await replayer.AsAsync("carol", "PUT", calendars + "9/birthday.ics", Event);
    }
}
