using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Nextcloud.Tools.Tests.Text;
using Gatehouse.Nextcloud.Tools.Text;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Nextcloud.Tools.Tests.Files;

public sealed class FileDocumentsTests : ToolTest
{
    private const string Home = "/remote.php/dav/files/alice";

    [Fact]
    public async Task A_pdf_is_read_as_text_in_one_request()
    {
        Cloud.Answer("GET", Home + "/a.pdf", RangedFile.Of(PdfDocument.Of("Invoice", "Terms"), "application/pdf"));
        await using var alice = await AliceAsync("files.read");

        var all = await CallAsync(alice, "read_file", new { path = "/a.pdf" });
        var two = await CallAsync(alice, "read_file", new { path = "/a.pdf", pages = "2" });

        Assert.Contains("Invoice", all.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, all.GetProperty("pages").GetInt32());
        Assert.Equal(RangedFile.ETag, all.GetProperty("etag").GetString());
        Assert.DoesNotContain("Invoice", two.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, Sent.Length);
        Assert.All(Sent, r => Assert.Null(r.Header("Range")));
    }

    [Fact]
    public async Task A_document_whose_name_does_not_say_so_is_known_by_its_type()
    {
        Cloud.Answer("GET", Home + "/scan", RangedFile.Of([.. PdfDocument.Of("Invoice"), 0xff], "application/pdf"));
        await using var alice = await AliceAsync("files.read");

        var answer = await CallAsync(alice, "read_file", new { path = "/scan" });

        Assert.Contains("Invoice", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_picture_only_the_beginning_is_fetched()
    {
        byte[] picture = [.. Photograph.Of(isLittle: true), .. new byte[1024 * 1024]];
        Cloud.Answer("GET", Home + "/a.JPG", RangedFile.Of(picture, "image/jpeg"));
        await using var alice = await AliceAsync("files.read");

        var answer = await CallAsync(alice, "read_file", new { path = "/a.JPG" });

        Assert.StartsWith("JPEG picture, 640 x 480", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(picture.Length, answer.GetProperty("totalLength").GetInt64());
        Assert.Equal("bytes=0-262143", Assert.Single(Sent).Header("Range"));
    }

    [Fact]
    public async Task Html_is_read_as_people_see_it_or_as_it_is()
    {
        Cloud.Answer("GET", Home + "/a.html", RangedFile.Of("<b>bold</b><script>x</script>"u8.ToArray(), "text/html"));
        await using var alice = await AliceAsync("files.read");

        var seen = await CallAsync(alice, "read_file", new { path = "/a.html" });
        var raw = await CallAsync(alice, "read_file", new { path = "/a.html", raw = true });

        Assert.Equal("bold", seen.GetProperty("text").GetString()?.Trim());
        Assert.Contains("<script>", raw.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_document_is_refused_before_it_is_fetched_and_one_that_grows_while_it_is()
    {
        Cloud.Answer("GET", Home + "/huge.pdf", Zeros(5L * 1024 * 1024 * 1024, announced: true));
        Cloud.Answer("GET", Home + "/grows.pdf", Zeros(5L * 1024 * 1024 * 1024, announced: false));
        await using var alice = await AliceAsync("files.read");

        foreach (var path in new[] { "/huge.pdf", "/grows.pdf" })
        {
            var error = await ErrorAsync(alice, "read_file", new { path });

            Assert.Contains("larger than 50 MiB", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_document_that_breaks_off_is_not_read_as_if_it_were_whole()
    {
        Cloud.Answer(
            "GET",
            Home + "/a.pdf",
            async context =>
            {
                context.Response.Headers.ETag = "\"e\"";
                context.Response.ContentLength = 100_000;
                await context.Response.Body.WriteAsync(PdfDocument.Of("Invoice"), CancellationToken.None);
                await context.Response.Body.FlushAsync(CancellationToken.None);
                context.Abort();
            }
        );
        await using var alice = await AliceAsync("files.read");

        var error = await ErrorAsync(alice, "read_file", new { path = "/a.pdf" });

        Assert.DoesNotContain("Invoice", error, StringComparison.Ordinal);
        Assert.Contains("Next step", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_read_after_more_of_those_that_are_given_up_than_are_read_at_once()
    {
        var hostile = HostilePdf.Widths("/W [0 2147483646 500]");
        Cloud.Answer("GET", Home + "/a.pdf", RangedFile.Of(hostile, "application/pdf"));
        Cloud.Answer("GET", Home + "/b.pdf", RangedFile.Of(PdfDocument.Of("Invoice"), "application/pdf"));
        await using var alice = await AliceAsync("files.read");

        for (var i = 0; i <= new DocumentTextOptions().AtOnce; i++)
        {
            var error = await ErrorAsync(alice, "read_file", new { path = "/a.pdf" });
            Assert.Contains("unpacks to more than 128 MiB", error, StringComparison.Ordinal);
        }

        var text = (await CallAsync(alice, "read_file", new { path = "/b.pdf" })).GetProperty("text").GetString();
        Assert.Contains("Invoice", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_in_the_temporary_folder()
    {
        Cloud.Answer("GET", Home + "/a.pdf", RangedFile.Of(PdfDocument.Of("Invoice"), "application/pdf"));
        Cloud.Answer("GET", Home + "/b.pdf", RangedFile.Of("no pdf"u8.ToArray(), "application/pdf"));
        await using var alice = await AliceAsync("files.read");

        await CallAsync(alice, "read_file", new { path = "/a.pdf" });
        await ErrorAsync(alice, "read_file", new { path = "/b.pdf" });

        Assert.DoesNotContain(
            Directory.GetFiles(Path.GetTempPath(), "gatehouse-*"),
            file => File.ReadAllText(file).Contains("Invoice", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("0")]
    [InlineData("x")]
    public async Task A_range_of_pages_that_is_none_says_so(string pages)
    {
        await using var alice = await AliceAsync("files.read");

        Assert.Contains(
            "'pages'",
            await ErrorAsync(alice, "read_file", new { path = "/a.pdf", pages }),
            StringComparison.Ordinal
        );
        Assert.Empty(Sent);
    }

    private static Func<HttpContext, Task> Zeros(long length, bool announced) =>
        async context =>
        {
            context.Response.ContentType = "application/pdf";
            context.Response.Headers.ETag = "\"e\"";
            if (announced)
                context.Response.ContentLength = length;
            var zeros = new byte[1024 * 1024];
            for (var sent = 0L; sent < length && !context.RequestAborted.IsCancellationRequested; sent += zeros.Length)
                await context.Response.Body.WriteAsync(zeros, context.RequestAborted);
        };
}
