using System.Text;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Files;

public sealed class FilesToolsTests : ToolTest
{
    private const string Home = "/remote.php/dav/files/alice";
    private const string Etag = "4f9c75323edb0f4229d7c61cc5d24692";

    [Fact]
    public async Task A_folder_is_listed_page_by_page()
    {
        Cloud.Play("webdav", "15-propfind-depth1-props");
        await using var alice = await AliceAsync("files.read");

        var one = await CallAsync(alice, "list_folder", new { path = "/Projects", limit = 2 });
        var two = await CallAsync(
            alice,
            "list_folder",
            new
            {
                path = "Projects/",
                limit = 2,
                cursor = one.GetProperty("nextCursor").GetString(),
            }
        );

        Assert.Equal(3, one.GetProperty("total").GetInt32());
        Assert.Equal(2, one.GetProperty("items").GetArrayLength());
        var hello = Assert.Single(two.GetProperty("items").EnumerateArray());
        Assert.Equal("/Projects/hello.txt", hello.GetProperty("path").GetString());
        Assert.Equal(Etag, hello.GetProperty("etag").GetString());
        Assert.False(hello.TryGetProperty("writable", out _));
        Assert.False(hello.TryGetProperty("isFolder", out _));
        Assert.Equal(Cloud.Address + "/index.php/f/113", hello.GetProperty("link").GetString());
        Assert.False(two.TryGetProperty("nextCursor", out _));
    }

    [Fact]
    public async Task Files_are_searched_by_the_cloud_page_by_page()
    {
        Cloud.Play("webdav", "46-search-limit-offset");
        await using var alice = await AliceAsync("files.read");

        var one = await CallAsync(alice, "search_files", new { contentType = "text/", limit = 1 });
        await CallAsync(
            alice,
            "search_files",
            new
            {
                contentType = "text/",
                limit = 1,
                cursor = one.GetProperty("nextCursor").GetString(),
            }
        );

        Assert.All(Sent, r => Assert.Equal("SEARCH", r.Method));
        Assert.Contains("firstresult>1<", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_file_is_read_with_its_etag()
    {
        Cloud.Answer(
            "GET",
            Home + "/Projects/hello.txt",
            RangedFile.Of("Grüße, Nextcloud\n"u8.ToArray(), "text/plain")
        );
        await using var alice = await AliceAsync("files.read");

        var answer = await CallAsync(alice, "read_file", new { path = "/Projects/hello.txt" });

        Assert.Equal("Grüße, Nextcloud\n", answer.GetProperty("text").GetString());
        Assert.Equal(Etag, answer.GetProperty("etag").GetString());
        Assert.Equal("nextcloud://files/Projects/hello.txt", answer.GetProperty("resource").GetString());
        Assert.Equal("bytes=0-32767", Cloud.LastRequest.Header("Range"));
    }

    [Fact]
    public async Task A_long_text_is_read_in_parts_that_never_break_a_character()
    {
        const string text = "aüß日😀z";
        Cloud.Answer("GET", Home + "/t", RangedFile.Of(Encoding.UTF8.GetBytes(text), "text/plain"));
        await using var alice = await AliceAsync("files.read");

        for (var length = 4; length <= 13; length++)
        {
            var read = new StringBuilder();
            long? offset = 0;
            while (offset is { } at)
            {
                var part = await CallAsync(
                    alice,
                    "read_file",
                    new
                    {
                        path = "/t",
                        offset = at,
                        length,
                    }
                );
                read.Append(part.GetProperty("text").GetString());
                offset = part.TryGetProperty("nextOffset", out var next) ? next.GetInt64() : null;
            }

            Assert.Equal(text, read.ToString());
        }
    }

    [Fact]
    public async Task A_file_that_is_not_text_is_answered_as_a_link_to_its_resource()
    {
        byte[] png = [.. Recording.Load("webdav", "56-preview").Response.Body];
        Cloud.Answer("GET", Home + "/a%20b.bin", RangedFile.Of(png, "application/x-thing"));
        await using var alice = await AliceAsync("files.read");

        var result = await ResultAsync(alice, "read_file", new { path = "/a b.bin" });
        var link = Assert.Single(result.Content.OfType<ResourceLinkBlock>());
        var resource = await alice.ReadResourceAsync(link.Uri, cancellationToken: Token);

        Assert.False(result.StructuredContent!.Value.TryGetProperty("text", out _));
        Assert.Equal(
            ("nextcloud://files/a%20b.bin", "a b.bin", "application/x-thing", png.Length),
            (link.Uri, link.Name, link.MimeType, link.Size)
        );
        var blob = Assert.IsType<BlobResourceContents>(Assert.Single(resource.Contents));
        Assert.Equal(png, blob.DecodedData.ToArray());
        Assert.Equal("application/x-thing", blob.MimeType);
    }

    [Fact]
    public async Task A_text_resource_is_text()
    {
        Cloud.Play("webdav", "21-get-200");
        await using var alice = await AliceAsync("files.read");

        var resource = await alice.ReadResourceAsync("nextcloud://files/Projects/hello.txt", cancellationToken: Token);

        Assert.Equal("Version 2\n", Assert.IsType<TextResourceContents>(Assert.Single(resource.Contents)).Text);
    }

    [Theory]
    [InlineData("nextcloud://files/../x")]
    [InlineData("nextcloud://files/%2e%2e/x")]
    [InlineData("nextcloud://files/a%2Fb")]
    [InlineData("nextcloud://files/a%5Cb")]
    [InlineData("nextcloud://files/")]
    [InlineData("nextcloud://notes/1")]
    [InlineData("file:///etc/passwd")]
    public async Task A_resource_that_is_no_file_never_reaches_the_cloud(string uri)
    {
        await using var alice = await AliceAsync();

        await Assert.ThrowsAsync<McpProtocolException>(async () =>
            await alice.ReadResourceAsync(new ReadResourceRequestParams { Uri = uri }, Token)
        );
        Assert.Empty(Cloud.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_resource_that_is_too_large_says_so(bool announced)
    {
        Cloud.Answer(
            "GET",
            Home + "/big",
            async context =>
            {
                context.Response.Headers.ETag = $"\"{Etag}\"";
                if (announced)
                    context.Response.ContentLength = 5 * 1024 * 1024;
                for (var i = 0; i < 5 && !context.RequestAborted.IsCancellationRequested; i++)
                    await context.Response.Body.WriteAsync(new byte[1024 * 1024], CancellationToken.None);
            }
        );
        await using var alice = await AliceAsync("files.read");

        var exception = await Assert.ThrowsAsync<McpProtocolException>(async () =>
            await alice.ReadResourceAsync("nextcloud://files/big", cancellationToken: Token)
        );

        Assert.Contains("too large", exception.Message, StringComparison.Ordinal);
        Assert.Contains("read_file", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_read_as_empty()
    {
        Cloud.Play("webdav", "23-get-range-invalid-416", Home + "/empty.txt");
        const string entry =
            $"<d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>{Home}/empty.txt</d:href><d:propstat><d:prop><d:resourcetype/>"
            + "<d:getcontentlength>0</d:getcontentlength><d:getcontenttype>text/plain</d:getcontenttype><d:getetag>\"e\"</d:getetag></d:prop>"
            + "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>";
        Cloud.Answer("PROPFIND", Home + "/empty.txt", 207, "application/xml", entry);
        await using var alice = await AliceAsync("files.read");

        var answer = await CallAsync(alice, "read_file", new { path = "/empty.txt" });

        Assert.Equal("", answer.GetProperty("text").GetString());
        Assert.Equal("e", answer.GetProperty("etag").GetString());
    }

    [Fact]
    public async Task A_new_file_is_written_only_where_nothing_is()
    {
        Cloud.Play("webdav", "07-put-create-201").Play("webdav", "08-put-if-none-match-star-412");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "write_file", new { path = "/Projects/hello.txt", text = "Grüße" });
        var error = await ErrorAsync(alice, "write_file", new { path = "/Projects/hello.txt", text = "x" });

        Assert.True(answer.GetProperty("created").GetBoolean());
        Assert.Equal("Grüße", Cloud.Requests[0].BodyText);
        Assert.All(Cloud.Requests, r => Assert.Equal("*", r.Header("If-None-Match")));
        Assert.Contains("nothing is overwritten unasked", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_with_control_characters_is_written_back_as_it_was_read()
    {
        const string text = "\ufeffpage 1\fpage 2\u001b[1m!\u001b[0m\r\n\u0001\uffff";
        const string file = "/remote.php/dav/files/alice/Projects/hello.txt";
        Cloud.Answer("GET", file, 200, "text/plain", text, new RecordedHeader("ETag", "\"e\""));
        Cloud.Play("webdav", "07-put-create-201");
        await using var alice = await AliceAsync();

        var read = await CallAsync(alice, "read_file", new { path = "/Projects/hello.txt" });
        await CallAsync(
            alice,
            "write_file",
            new
            {
                path = "/Projects/hello.txt",
                text = read.GetProperty("text").GetString(),
                etag = read.GetProperty("etag").GetString(),
            }
        );

        Assert.Equal(text, Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task A_file_that_changed_is_not_overwritten()
    {
        Cloud.Play("webdav", "09-put-if-match-wrong-412");
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(
            alice,
            "write_file",
            new
            {
                path = "/Projects/hello.txt",
                text = "x",
                etag = "deadbeef",
            }
        );

        Assert.Contains("Current etag: 42ca538fe645346ddc5764541320dbd1", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moves_and_deletes_are_conditional_and_overwrite_nothing()
    {
        Cloud.Play("webdav", "31-move-201").Play("webdav", "28-copy-201").Play("webdav", "59-delete-if-match-412");
        await using var alice = await AliceAsync();

        await CallAsync(
            alice,
            "move_file",
            new
            {
                from = "/Projects/copy.txt",
                to = "/Projects/Sub folder/moved.txt",
                etag = Etag,
            }
        );
        await CallAsync(
            alice,
            "move_file",
            new
            {
                from = "/Projects/hello.txt",
                to = "/Projects/copy.txt",
                etag = Etag,
                copy = true,
            }
        );
        var error = await ErrorAsync(alice, "delete_file", new { path = "/Projects/hello.txt", etag = "nope" });

        Assert.Equal(
            ("F", $"\"{Etag}\""),
            (Cloud.Requests[0].Header("Overwrite"), Cloud.Requests[0].Header("If-Match"))
        );
        Assert.Equal("F", Cloud.Requests[1].Header("Overwrite"));
        Assert.Equal("\"nope\"", Cloud.Requests[2].Header("If-Match"));
        Assert.Contains($"Current etag: {Etag}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_made()
    {
        Cloud.Play("webdav", "04-mkcol-Sub-folder").Play("webdav", "05-mkcol-existing-405");
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "create_folder", new { path = "/Projects/Sub folder" });
        var error = await ErrorAsync(alice, "create_folder", new { path = "/Projects" });

        Assert.Equal(Cloud.Address + "/index.php/f/112", answer.GetProperty("link").GetString());
        Assert.Contains("already", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_account_says_how_much_is_free()
    {
        Cloud.Play("errors", "32-507-put-over-quota", Home + "/big.bin");
        await using var alice = await AliceAsync();
        Cloud.Answer(
            "PUT",
            Home + "/big.bin",
            507,
            "application/xml",
            Recording.Load("errors", "32-507-put-over-quota").Response.BodyText
        );

        var error = await ErrorAsync(alice, "write_file", new { path = "/big.bin", text = "zzz" });

        Assert.Contains("2097152 bytes are needed, 1048576 are free", error, StringComparison.Ordinal);
    }
}
