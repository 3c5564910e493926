using System.Text;
using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Files;

public sealed class FilesClientTests : CloudTest
{
    private const string Home = "/remote.php/dav/files/alice";
    private static readonly FilePath hello = FilePath.Parse("/Projects/hello.txt");
    private static readonly ETag etag = ETag.Parse("4f9c75323edb0f4229d7c61cc5d24692");

    private FilesClient Files => new(Transport);

    [Fact]
    public async Task A_folder_is_listed_with_names_decoded_and_itself_apart()
    {
        Cloud.Play("webdav", "15-propfind-depth1-props");

        var page = await Files.ListAsync(Alice, FilePath.Parse("/Projects"), cursor: null, 50, Token);

        Assert.Equal(
            ["/Projects/Größe & Übersicht #1 50%.md", "/Projects/Sub folder", "/Projects/hello.txt"],
            page.Entries.Select(e => e.Path.Value)
        );
        Assert.Equal([false, true, false], page.Entries.Select(e => e.IsFolder));
        Assert.Equal(111, page.Folder?.FileId);
        Assert.Equal(3, page.Total);
        Assert.Null(page.Next);
        Assert.Equal("1", Cloud.LastRequest.Header("Depth"));
        Assert.Equal("true", Cloud.LastRequest.Header("X-NC-Paginate"));
    }

    [Fact]
    public async Task A_cloud_that_does_not_page_is_paged_here()
    {
        Cloud.Play("webdav", "15-propfind-depth1-props");

        var one = await Files.ListAsync(Alice, FilePath.Parse("/Projects"), cursor: null, 2, Token);
        var two = await Files.ListAsync(Alice, FilePath.Parse("/Projects"), one.Next, 2, Token);

        Assert.Equal(["Größe & Übersicht #1 50%.md", "Sub folder"], one.Entries.Select(e => e.Path.Name));
        Assert.Equal(["hello.txt"], two.Entries.Select(e => e.Path.Name));
        Assert.Null(two.Next);
        Assert.Null(two.Folder);
    }

    [Fact]
    public async Task A_cloud_that_pages_is_asked_for_the_next_page_by_its_token()
    {
        var (head, tail) = (Multistatus("/a/", "/a/1", "/a/2"), Multistatus("/a/3"));
        RecordedHeader[] paged =
        [
            new("X-NC-Paginate", "true"),
            new("X-NC-Paginate-Total", "4"),
            new("X-NC-Paginate-Token", "t0k"),
        ];
        Cloud.Answer("PROPFIND", Home + "/a/", 207, "application/xml", head, paged);
        Cloud.Answer(
            "PROPFIND",
            Home + "/a/",
            207,
            "application/xml",
            tail,
            new RecordedHeader("X-NC-Paginate", "true")
        );

        var one = await Files.ListAsync(Alice, FilePath.Parse("/a"), cursor: null, 2, Token);
        Assert.True(FolderCursor.TryParse(one.Next?.ToString(), out var cursor));
        var two = await Files.ListAsync(Alice, FilePath.Parse("/a"), cursor, 2, Token);

        Assert.Equal("3", Cloud.Requests[0].Header("X-NC-Paginate-Count"));
        Assert.Equal("t0k", Cloud.Requests[1].Header("X-NC-Paginate-Token"));
        Assert.Equal("3", Cloud.Requests[1].Header("X-NC-Paginate-Offset"));
        Assert.Equal(["1", "2"], one.Entries.Select(e => e.Path.Name));
        Assert.Equal(3, one.Total);
        Assert.Equal(["3"], two.Entries.Select(e => e.Path.Name));
        Assert.Null(two.Next);
    }

    [Fact]
    public async Task A_cloud_that_forgot_the_token_sends_all_and_the_page_is_cut_out()
    {
        Cloud.Answer("PROPFIND", Home + "/a/", 207, "application/xml", Multistatus("/a/", "/a/1", "/a/2", "/a/3"));

        var page = await Files.ListAsync(Alice, FilePath.Parse("/a"), new FolderCursor(3, "old"), 2, Token);

        Assert.Equal(["3"], page.Entries.Select(e => e.Path.Name));
    }

    [Fact]
    public async Task Listing_a_file_says_that_it_is_one()
    {
        Cloud.Play("webdav", "16-propfind-depth0-props", Home + "/Projects/hello.txt/");

        var error = await ErrorOf(() => Files.ListAsync(Alice, hello, cursor: null, 10, Token));

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("it is a file", error.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_looked_at()
    {
        Cloud.Play("webdav", "16-propfind-depth0-props");

        var entry = await Files.StatAsync(Alice, hello, Token);

        Assert.Equal(
            new FileEntry(
                hello,
                false,
                10,
                "text/plain",
                new DateTimeOffset(2023, 11, 14, 23, 3, 20, TimeSpan.Zero),
                etag,
                113,
                "RGDNVW"
            ),
            entry
        );
        Assert.Equal("/index.php/f/113", entry.WebPath);
        Assert.Equal("0", Cloud.LastRequest.Header("Depth"));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Cloud.Play("webdav", "18-propfind-404").Play("webdav", "27-get-404");

        Assert.Equal(
            NextcloudErrorKind.NotFound,
            (await ErrorOf(() => Files.StatAsync(Alice, FilePath.Parse("nope.txt"), Token))).Kind
        );
        Assert.Equal(
            NextcloudErrorKind.NotFound,
            (await ErrorOf(() => Files.ReadAsync(Alice, FilePath.Parse("nope.txt"), new FileRange(0, 5), Token))).Kind
        );
    }

    [Fact]
    public async Task A_part_of_a_file_is_read_by_range()
    {
        Cloud.Play("webdav", "22-get-range-206");

        var content = await Files.ReadAsync(Alice, hello, new FileRange(0, 5), Token);

        Assert.Equal("Versi", Encoding.UTF8.GetString(content.Bytes.Span));
        Assert.Equal(
            (0L, 10L, "text/plain", etag, false),
            (content.Offset, content.TotalLength, content.ContentType, content.ETag, content.IsEnd)
        );
        Assert.Equal("bytes=0-4", Cloud.LastRequest.Header("Range"));
    }

    [Fact]
    public async Task A_server_that_ignores_the_range_is_cut_here()
    {
        Cloud.Play("webdav", "21-get-200");

        var content = await Files.ReadAsync(Alice, hello, new FileRange(8, 100), Token);

        Assert.Equal("2\n", Encoding.UTF8.GetString(content.Bytes.Span));
        Assert.Equal(10, content.TotalLength);
        Assert.True(content.IsEnd);
    }

    [Fact]
    public async Task Behind_the_end_of_a_file_there_is_nothing()
    {
        Cloud.Play("webdav", "23-get-range-invalid-416");

        var error = await ErrorOf(() => Files.ReadAsync(Alice, hello, new FileRange(9999, 2), Token));

        Assert.Equal(NextcloudErrorKind.RangeNotSatisfiable, error.Kind);
        Assert.Contains("9999", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_a_folder_says_that_it_is_one()
    {
        Cloud.Play("webdav", "26-get-folder", Home + "/Projects");

        var error = await ErrorOf(() =>
            Files.ReadAsync(Alice, FilePath.Parse("/Projects"), new FileRange(0, 5), Token)
        );

        Assert.Contains("it is a folder", error.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_downloaded_as_a_stream()
    {
        Cloud.Play("webdav", "21-get-200");

        await using var download = await Files.DownloadAsync(Alice, hello, Token);
        using var reader = new StreamReader(download.Content);

        Assert.Equal("Version 2\n", await reader.ReadToEndAsync(Token));
        Assert.Equal((10L, etag, "text/plain"), (download.Length, download.ETag, download.ContentType));
    }

    [Fact]
    public async Task A_new_file_is_written_only_where_nothing_is()
    {
        Cloud.Play("webdav", "07-put-create-201").Play("webdav", "08-put-if-none-match-star-412");

        var written = await Files.WriteAsync(
            Alice,
            hello,
            "Hello Nextcloud\n"u8.ToArray(),
            WriteCondition.NothingThere,
            Token
        );
        var error = await ErrorOf(() =>
            Files.WriteAsync(Alice, hello, "x"u8.ToArray(), WriteCondition.NothingThere, Token)
        );

        Assert.Equal(new FileWritten(true, ETag.Parse("42ca538fe645346ddc5764541320dbd1"), 113), written);
        Assert.Equal("Hello Nextcloud\n", Cloud.Requests[0].BodyText);
        Assert.Equal("*", Cloud.Requests[0].Header("If-None-Match"));
        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
        Assert.Contains("nothing is overwritten", error.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_changed_only_when_it_is_as_it_was_read()
    {
        var read = ETag.Parse("42ca538fe645346ddc5764541320dbd1");
        Cloud.Play("webdav", "10-put-if-match-ok-204").Play("webdav", "09-put-if-match-wrong-412");

        var written = await Files.WriteAsync(
            Alice,
            hello,
            "Hello again"u8.ToArray(),
            WriteCondition.Unchanged(read),
            Token
        );
        var error = await ErrorOf(() =>
            Files.WriteAsync(Alice, hello, "x"u8.ToArray(), WriteCondition.Unchanged(ETag.Parse("deadbeef")), Token)
        );

        Assert.Equal(new FileWritten(false, ETag.Parse("1951cca6f3a7a7915a41c42e16b77d8d"), 113), written);
        Assert.Equal(read.Quoted, Cloud.Requests[0].Header("If-Match"));
        Assert.Equal((NextcloudErrorKind.Conflict, read), (error.Kind, error.CurrentETag));
    }

    [Fact]
    public async Task Folders_are_made_once_and_in_folders_that_exist()
    {
        Cloud
            .Play("webdav", "04-mkcol-Sub-folder")
            .Play("webdav", "05-mkcol-existing-405")
            .Play("webdav", "06-mkcol-missing-parent-409");

        var made = await Files.CreateFolderAsync(Alice, FilePath.Parse("/Projects/Sub folder"), Token);
        var existing = await ErrorOf(() => Files.CreateFolderAsync(Alice, FilePath.Parse("/Projects"), Token));
        var missing = await ErrorOf(() => Files.CreateFolderAsync(Alice, FilePath.Parse("/Nope/Child"), Token));

        Assert.Equal(112, made.FileId);
        Assert.Equal((NextcloudErrorKind.Conflict, NextcloudErrorKind.Conflict), (existing.Kind, missing.Kind));
        Assert.Contains("already", existing.Summary, StringComparison.Ordinal);
        Assert.Contains("Parent node does not exist", missing.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_names_its_target_by_path_and_overwrites_nothing()
    {
        Cloud.Play("webdav", "32-move-relative-destination");

        var moved = await Files.MoveAsync(
            Alice,
            FilePath.Parse("/Projects/Sub folder/moved.txt"),
            FilePath.Parse("/Projects/moved2.txt"),
            false,
            ifMatch: null,
            Token
        );

        Assert.Equal(new FileWritten(true, etag, 130), moved);
        var recorded = Recording.Load("webdav", "32-move-relative-destination").Request;
        Assert.Equal(recorded.Header("Destination"), Cloud.LastRequest.Header("Destination"));
        Assert.Equal("F", Cloud.LastRequest.Header("Overwrite"));
    }

    [Fact]
    public async Task A_copy_does_not_overwrite_unless_asked()
    {
        Cloud.Play("webdav", "29-copy-overwrite-F-412").Play("webdav", "30-copy-overwrite-T-204");
        var to = FilePath.Parse("/Projects/copy.txt");

        var error = await ErrorOf(() => Files.CopyAsync(Alice, hello, to, overwrite: false, ifMatch: null, Token));
        var copied = await Files.CopyAsync(Alice, hello, to, overwrite: true, etag, Token);

        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
        Assert.False(copied.Created);
        Assert.Equal(["F", "T"], Cloud.Requests.Select(r => r.Header("Overwrite")));
    }

    [Theory]
    [InlineData("33-move-into-itself", "/Projects", "/Projects/Sub folder/Projects", NextcloudErrorKind.Conflict)]
    [InlineData("34-move-404", "/nope", "/x", NextcloudErrorKind.NotFound)]
    [InlineData("36-move-missing-parent-409", "/Projects/moved2.txt", "/Nope/x.txt", NextcloudErrorKind.Conflict)]
    public async Task A_move_that_cannot_be_says_why(string recording, string from, string to, NextcloudErrorKind kind)
    {
        Cloud.Play("webdav", recording);

        var error = await ErrorOf(() =>
            Files.MoveAsync(Alice, FilePath.Parse(from), FilePath.Parse(to), false, ifMatch: null, Token)
        );

        Assert.Equal(kind, error.Kind);
        Assert.NotNull(error.Cause);
    }

    [Fact]
    public async Task A_file_is_deleted_only_when_it_is_as_it_was_read()
    {
        Cloud.Play("webdav", "59-delete-if-match-412").Play("webdav", "57-delete-204").Play("webdav", "58-delete-404");

        var conflict = await ErrorOf(() => Files.DeleteAsync(Alice, hello, ETag.Parse("nope"), Token));
        await Files.DeleteAsync(Alice, FilePath.Parse("/Projects/moved2.txt"), ifMatch: null, Token);
        var gone = await ErrorOf(() =>
            Files.DeleteAsync(Alice, FilePath.Parse("/Projects/moved2.txt"), ifMatch: null, Token)
        );

        Assert.Equal((NextcloudErrorKind.Conflict, etag), (conflict.Kind, conflict.CurrentETag));
        Assert.Equal(NextcloudErrorKind.NotFound, gone.Kind);
    }

    [Fact]
    public async Task A_search_by_name_asks_as_recorded()
    {
        Cloud.Play("webdav", "42-search-like-name");

        var page = await Files.SearchAsync(Alice, new FileSearch { NameContains = "hello", Limit = 10 }, Token);

        Assert.Equal(["/Projects/hello.txt", "/Projects copy/hello.txt"], page.Entries.Select(e => e.Path.Value));
        Assert.Null(page.NextOffset);
        var (recorded, sent) = (Body("42-search-like-name"), XElement.Parse(Cloud.LastRequest.BodyText));
        Assert.Equal("text/xml", Cloud.LastRequest.Header("Content-Type"));
        Assert.Equal(Part(recorded, "from"), Part(sent, "from"));
        Assert.Equal(Part(recorded, "where"), Part(sent, "where"));
        Assert.Equal(Part(recorded, "limit"), Part(sent, "limit"));
    }

    [Fact]
    public async Task A_search_by_type_pages_by_offset_and_asks_for_the_newest_first()
    {
        Cloud.Play("webdav", "46-search-limit-offset");

        var page = await Files.SearchAsync(
            Alice,
            new FileSearch
            {
                ContentType = "text/",
                Limit = 1,
                Offset = 1,
            },
            Token
        );

        Assert.Single(page.Entries);
        Assert.Equal(2, page.NextOffset);
        var sent = XElement.Parse(Cloud.LastRequest.BodyText);
        Assert.Equal(Part(Body("46-search-limit-offset"), "where"), Part(sent, "where"));
        Assert.Equal(Part(Body("46-search-limit-offset"), "limit"), Part(sent, "limit"));
        Assert.Equal(Part(Body("43-search-mime-text"), "orderby"), Part(sent, "orderby"));
    }

    [Fact]
    public async Task A_search_by_time_finds_folders_too()
    {
        Cloud.Play("webdav", "44-search-lastmodified-gt");

        var page = await Files.SearchAsync(
            Alice,
            new FileSearch { ModifiedAfter = new DateTimeOffset(2024, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)) },
            Token
        );

        Assert.True(page.Entries[0].IsFolder);
        Assert.Equal(
            Part(Body("44-search-lastmodified-gt"), "where"),
            Part(XElement.Parse(Cloud.LastRequest.BodyText), "where")
        );
    }

    [Fact]
    public async Task A_search_for_anything_still_has_a_condition_and_what_people_type_is_escaped()
    {
        Cloud.Play("webdav", "42-search-like-name");

        await Files.SearchAsync(Alice, new FileSearch(), Token);
        await Files.SearchAsync(Alice, new FileSearch { NameContains = "</d:literal>&<x/>" }, Token);

        Assert.Contains("<d:literal>%</d:literal>", Cloud.Requests[0].BodyText, StringComparison.Ordinal);
        Assert.Contains("%&lt;/d:literal&gt;&amp;&lt;x/&gt;%", Cloud.Requests[1].BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_root_cannot_be_deleted_or_moved()
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Files.DeleteAsync(Alice, FilePath.Root, ifMatch: null, Token)
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Files.MoveAsync(Alice, FilePath.Root, hello, false, ifMatch: null, Token)
        );
        Assert.Empty(Cloud.Requests);
    }

    private static XElement Body(string recording) => XElement.Parse(Recording.Load("webdav", recording).Request.Body!);

    private static string Part(XElement search, string name) =>
        search.Descendants(XName.Get(name, "DAV:")).Single().ToString(SaveOptions.DisableFormatting);

    private static string Multistatus(params string[] paths)
    {
        var responses = paths.Select(p =>
            $"<d:response><d:href>{Home}{p}</d:href><d:propstat><d:prop><d:resourcetype>{(p.EndsWith('/') ? "<d:collection/>" : "")}</d:resourcetype></d:prop>"
            + "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
        );
        return $"<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\">{string.Concat(responses)}</d:multistatus>";
    }
}
