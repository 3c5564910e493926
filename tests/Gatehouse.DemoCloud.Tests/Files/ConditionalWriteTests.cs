using System.Net;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Files;

public sealed class ConditionalWriteTests : IAsyncLifetime
{
    private const string File = "/remote.php/dav/files/alice/contested.txt";
    private const string Notes = "/index.php/apps/notes/api/v1/notes";
    private const long Quota = 1_000_000;

    private DemoCloudServer cloud = null!;
    private CloudClient alice = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new DemoCloudOptions { SampleData = false, MaxUploadBytes = 3_000_000 };
        options.People[0] = options.People[0] with { QuotaBytes = Quota };
        cloud = await DemoCloudServer.StartAsync(options, TestContext.Current.CancellationToken);
        alice = new CloudClient(cloud.Address, "alice", "alice");
    }

    public async ValueTask DisposeAsync()
    {
        alice.Dispose();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task Of_many_writers_with_one_ETag_exactly_one_wins()
    {
        using var made = await alice.SendAsync("PUT", File, new StringContent("start"));
        var etag = made.Headers.ETag!.ToString();
        var writers = Enumerable
            .Range(0, 20)
            .Select(number => alice.SendAsync("PUT", File, new StringContent($"writer {number}"), ("If-Match", etag)));

        var answers = await Task.WhenAll(writers);
        _ = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Of_many_writers_of_one_note_exactly_one_wins_and_the_others_get_the_note_as_it_is()
    {
        var note = await alice.JsonAsync(
            "POST",
            Notes,
            CloudClient.Json("""{"title":"Contested","content":"start"}""")
        );
        var etag = $"\"{note["etag"]}\"";
        var writers = Enumerable
            .Range(0, 20)
            .Select(number =>
                alice.SendAsync(
                    "PUT",
                    $"{Notes}/{note["id"]}",
                    CloudClient.Json($$"""{"content":"writer {{number}}"}"""),
                    ("If-Match", etag)
                )
            );

        var answers = await Task.WhenAll(writers);
        _ = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        var now = await alice.JsonAsync("GET", $"{Notes}/{note["id"]}");
        Assert.StartsWith("writer ", now["content"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_write_leaves_the_file_as_it_was()
    {
        using var made = await alice.SendAsync("PUT", File, new StringContent("mine"));
        using var refused = await alice.SendAsync("PUT", File, new StringContent("theirs"), ("If-Match", "\"stale\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);

        using var now = await alice.SendAsync("GET", File);
        Assert.Equal("mine", await now.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(made.Headers.ETag, now.Headers.ETag);
    }

    [Fact]
    public async Task An_upload_of_unknown_length_is_stopped_at_the_quota()
    {
        using var endless = new StreamContent(new MemoryStream(new byte[Quota + 1]));
        using var refused = await alice.SendAsync("PUT", File, endless, ("Transfer-Encoding", "chunked"));

        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        using var missing = await alice.SendAsync("GET", File);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var bob = new CloudClient(cloud.Address, "bob", "bob");
        using var refused = await bob.SendAsync(
            "PUT",
            "/remote.php/dav/files/bob/large.bin",
            new ByteArrayContent(new byte[3_000_001]),
            ("Expect", "100-continue")
        );

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal(413, cloud.Requests.All[^1].Status);
    }

    [Fact]
    public async Task A_copy_beyond_the_quota_is_refused()
    {
        using var made = await alice.SendAsync("PUT", File, new ByteArrayContent(new byte[Quota - 1]));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var copied = await alice.SendAsync("COPY", File, null, ("Destination", cloud.Address + File + "2"));
        Assert.Equal(HttpStatusCode.InsufficientStorage, copied.StatusCode);
    }

    [Fact]
    public async Task Copies_live_on_when_their_original_is_deleted()
    {
        using var made = await alice.SendAsync("PUT", File, new StringContent("shared bytes"));
        using var copied = await alice.SendAsync("COPY", File, null, ("Destination", File + "2"));
        using var deleted = await alice.SendAsync("DELETE", File);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);

        using var copy = await alice.SendAsync("GET", File + "2");
        Assert.Equal("shared bytes", await copy.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("bytes=2-3", "cd", "bytes 2-3/6")]
    [InlineData("bytes=4-", "ef", "bytes 4-5/6")]
    [InlineData("bytes=-2", "ef", "bytes 4-5/6")]
    [InlineData("bytes=4-99", "ef", "bytes 4-5/6")]
    public async Task A_range_is_answered_with_those_bytes(string range, string bytes, string contentRange)
    {
        using var made = await alice.SendAsync("PUT", File, new StringContent("abcdef"));
        using var part = await alice.SendAsync("GET", File, null, ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes, await part.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(contentRange, part.Content.Headers.ContentRange!.ToString());
    }
}
