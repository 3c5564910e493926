using System.Net;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Files;

public sealed class ConditionalWriteTests : DemoCloudTest
{
    private const string File = "/remote.php/dav/files/alice/contested.txt";
    private const string Notes = "/index.php/apps/notes/api/v1/notes";
    private const long Quota = 1_000_000;

    private protected override DemoCloudOptions Options()
    {
        var options = new DemoCloudOptions { SampleData = false, MaxUploadBytes = 3_000_000 };
        options.People[0] = options.People[0] with { QuotaBytes = Quota };
        return options;
    }

    [Fact]
    public async Task Of_many_writers_with_one_ETag_exactly_one_wins()
    {
        using var made = await Alice.SendAsync("PUT", File, new StringContent("start"));
        var etag = made.Headers.ETag!.ToString();
        var writers = Enumerable
            .Range(0, 20)
            .Select(number => Alice.SendAsync("PUT", File, new StringContent($"writer {number}"), ("If-Match", etag)));

        var answers = await Task.WhenAll(writers);
        _ = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Of_many_writers_of_one_note_exactly_one_wins_and_the_others_get_the_note_as_it_is()
    {
        var note = await Alice.JsonAsync(
            "POST",
            Notes,
            CloudClient.Json("""{"title":"Contested","content":"start"}""")
        );
        var etag = $"\"{note["etag"]}\"";
        var writers = Enumerable
            .Range(0, 20)
            .Select(number =>
                Alice.SendAsync(
                    "PUT",
                    $"{Notes}/{note["id"]}",
                    CloudClient.Json($$"""{"content":"writer {{number}}"}"""),
                    ("If-Match", etag)
                )
            );

        var answers = await Task.WhenAll(writers);
        _ = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        var now = await Alice.JsonAsync("GET", $"{Notes}/{note["id"]}");
        Assert.StartsWith("writer ", now["content"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_write_leaves_the_file_as_it_was()
    {
        using var made = await Alice.SendAsync("PUT", File, new StringContent("mine"));
        using var refused = await Alice.SendAsync("PUT", File, new StringContent("theirs"), ("If-Match", "\"stale\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);

        using var now = await Alice.SendAsync("GET", File);
        Assert.Equal("mine", await now.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(made.Headers.ETag, now.Headers.ETag);
    }

    [Fact]
    public async Task An_upload_of_unknown_length_is_stopped_at_the_quota()
    {
        using var endless = new StreamContent(new MemoryStream(new byte[Quota + 1]));
        using var refused = await Alice.SendAsync("PUT", File, endless, ("Transfer-Encoding", "chunked"));

        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        using var missing = await Alice.SendAsync("GET", File);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var refused = await Bob.SendAsync(
            "PUT",
            "/remote.php/dav/files/bob/large.bin",
            new ByteArrayContent(new byte[3_000_001]),
            ("Expect", "100-continue")
        );

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal(413, Cloud.Requests.All[^1].Status);
    }

    [Fact]
    public async Task A_copy_beyond_the_quota_is_refused()
    {
        using var made = await Alice.SendAsync("PUT", File, new ByteArrayContent(new byte[Quota - 1]));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var copied = await Alice.SendAsync("COPY", File, null, ("Destination", Cloud.Address + File + "2"));
        Assert.Equal(HttpStatusCode.InsufficientStorage, copied.StatusCode);
    }

    [Fact]
    public async Task Copies_live_on_when_their_original_is_deleted()
    {
        using var made = await Alice.SendAsync("PUT", File, new StringContent("shared bytes"));
        using var copied = await Alice.SendAsync("COPY", File, null, ("Destination", File + "2"));
        using var deleted = await Alice.SendAsync("DELETE", File);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);

        using var copy = await Alice.SendAsync("GET", File + "2");
        Assert.Equal("shared bytes", await copy.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("bytes=2-3", "cd", "bytes 2-3/6")]
    [InlineData("bytes=4-", "ef", "bytes 4-5/6")]
    [InlineData("bytes=-2", "ef", "bytes 4-5/6")]
    [InlineData("bytes=4-99", "ef", "bytes 4-5/6")]
    public async Task A_range_is_answered_with_those_bytes(string range, string bytes, string contentRange)
    {
        using var made = await Alice.SendAsync("PUT", File, new StringContent("abcdef"));
        using var part = await Alice.SendAsync("GET", File, null, ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes, await part.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(contentRange, part.Content.Headers.ContentRange!.ToString());
    }
}
