using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Notes;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Testing.Recordings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Nextcloud.Tests.Transport;

public sealed class NextcloudTransportTests : CloudTest
{
    private const string One = "/index.php/apps/notes/api/v1/notes/188";

    private NotesClient Notes => new(Transport);

    private protected override NextcloudTransportOptions Options { get; } = new() { MaxAnswerBytes = 20_000 };

    [Fact]
    public async Task A_short_Retry_After_is_waited_for_and_the_call_sent_again()
    {
        Cloud.Answer("GET", One, 503, "text/html", "", new RecordedHeader("Retry-After", "3")).Play("notes", "12-get");

        var time = new NoticingTime(TimeSpan.FromSeconds(3));
        using var transport = new NextcloudTransport(Options, time, NullLogger<NextcloudTransport>.Instance);
        var reading = new NotesClient(transport).GetAsync(Alice, 188, Token);
        await time.WaitUntilSetAsync(Token);
        Assert.Single(Cloud.Requests);
        time.Advance(TimeSpan.FromSeconds(3));
        var note = await reading;

        Assert.Equal(188, note.Id);
        Assert.Equal(2, Cloud.Requests.Length);
    }

    [Theory]
    [InlineData("120")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("Wed, 25 Nov 2026 12:10:00 GMT")]
    public async Task A_long_or_unreadable_Retry_After_is_left_to_the_caller(string retryAfter)
    {
        Cloud.Answer("GET", One, 429, "text/html", "", new RecordedHeader("Retry-After", retryAfter));

        Assert.Equal(NextcloudErrorKind.RateLimited, (await ErrorOf(() => Notes.GetAsync(Alice, 188, Token))).Kind);
        Assert.Single(Cloud.Requests);
    }

    [Fact]
    public async Task A_write_is_never_sent_twice()
    {
        Cloud.Answer(
            "POST",
            "/index.php/apps/notes/api/v1/notes",
            503,
            "text/html",
            "",
            new RecordedHeader("Retry-After", "0")
        );

        await ErrorOf(() => Notes.CreateAsync(Alice, new NoteDraft("x", "y"), Token));

        Assert.Single(Cloud.Requests);
    }

    [Fact]
    public async Task A_call_is_given_up_after_three_tries()
    {
        Cloud.Answer("GET", One, 503, "text/html", "", new RecordedHeader("Retry-After", "0"));

        Assert.Equal(NextcloudErrorKind.Unavailable, (await ErrorOf(() => Notes.GetAsync(Alice, 188, Token))).Kind);
        Assert.Equal(3, Cloud.Requests.Length);
    }

    [Fact]
    public async Task An_answer_larger_than_the_bound_is_not_read()
    {
        Cloud.Answer("GET", One, 200, "application/json", new string(' ', 20_001));

        Assert.Equal(NextcloudErrorKind.TooLarge, (await ErrorOf(() => Notes.GetAsync(Alice, 188, Token))).Kind);
    }

    [Fact]
    public async Task An_answer_without_an_announced_length_is_bounded_too()
    {
        Cloud.Answer(
            "GET",
            One,
            async context =>
            {
                context.Response.ContentType = "application/json";
                for (var i = 0; i < 30 && !context.RequestAborted.IsCancellationRequested; i++)
                    await context.Response.WriteAsync(new string(' ', 1000), CancellationToken.None);
            }
        );

        Assert.Equal(NextcloudErrorKind.TooLarge, (await ErrorOf(() => Notes.GetAsync(Alice, 188, Token))).Kind);
    }

    [Fact]
    public async Task A_cloud_that_does_not_answer_in_time_is_unreachable()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Cloud.Answer(
            "GET",
            One,
            async context =>
            {
                arrived.SetResult();
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            }
        );

        var reading = ErrorOf(() => Notes.GetAsync(Alice, 188, Token));
        await arrived.Task.WaitAsync(Token);
        Time.Advance(TimeSpan.FromSeconds(31));
        var error = await reading;

        Assert.Equal(NextcloudErrorKind.CloudUnreachable, error.Kind);
        Assert.Contains("30 seconds", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_told_of_an_unreachable_cloud()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Cloud.Answer("GET", One, async _ => await caller.CancelAsync());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Notes.GetAsync(Alice, 188, caller.Token));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "refused")]
    // No name begins with a hyphen, so nobody is asked for it: whether a name server answers is no part of the test.
    [InlineData("http://-does-not-exist.invalid", "does not resolve")]
    public async Task A_cloud_that_is_not_there_says_how(string address, string word)
    {
        var error = await ErrorOf(() => Notes.GetAsync(Accounts.Of(CloudAddress.Parse(address), "alice"), 188, Token));

        Assert.Equal(NextcloudErrorKind.CloudUnreachable, error.Kind);
        Assert.Contains(address, error.Summary, StringComparison.Ordinal);
        Assert.Contains(word, error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_said()
    {
        Cloud.Answer(
            "GET",
            "/remote.php/dav/files/alice/a",
            async context =>
            {
                context.Response.Headers.ETag = "\"x\"";
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("begin", CancellationToken.None);
                context.Abort();
            }
        );

        var error = await ErrorOf(() =>
            new FilesClient(Transport).ReadAsync(Alice, FilePath.Parse("/a"), new FileRange(0, 1000), Token)
        );

        Assert.Equal(NextcloudErrorKind.CloudUnreachable, error.Kind);
    }

    [Fact]
    public async Task An_internal_address_is_called_under_the_public_name()
    {
        Assert.True(
            CloudAddress.TryParse("https://cloud.example.com:8443/nextcloud", Cloud.Address, out var address, out _)
        );
        Cloud.Play("notes", "12-get").Play("webdav", "32-move-relative-destination");
        var alice = Accounts.Of(address, "alice");

        await Notes.GetAsync(alice, 188, Token);
        await new FilesClient(Transport).MoveAsync(
            alice,
            FilePath.Parse("/Projects/Sub folder/moved.txt"),
            FilePath.Parse("/Projects/moved2.txt"),
            false,
            ifMatch: null,
            Token
        );

        Assert.All(Cloud.Requests, r => Assert.Equal("cloud.example.com:8443", r.Header("Host")));
        Assert.Equal("/remote.php/dav/files/alice/Projects/moved2.txt", Cloud.LastRequest.Header("Destination"));
    }

    [Fact]
    public async Task A_cloud_under_a_path_is_called_there()
    {
        await using var cloud = await RecordedCloud.StartAsync("/nextcloud", Token);
        cloud.Play("webdav", "15-propfind-depth1-props").Play("webdav", "31-move-201");
        var (alice, files) = (Accounts.Of(cloud, "alice"), new FilesClient(Transport));

        var page = await files.ListAsync(alice, FilePath.Parse("/Projects"), cursor: null, 50, Token);
        await files.MoveAsync(
            alice,
            FilePath.Parse("/Projects/copy.txt"),
            FilePath.Parse("/Projects/Sub folder/moved.txt"),
            false,
            ifMatch: null,
            Token
        );

        Assert.Equal(3, page.Entries.Count);
        Assert.Equal(
            "/nextcloud/remote.php/dav/files/alice/Projects/Sub%20folder/moved.txt",
            cloud.LastRequest.Header("Destination")
        );
    }

    [Fact]
    public void A_CA_file_without_a_certificate_stops_the_start()
    {
        var file = Path.GetTempFileName();
        try
        {
            var options = new NextcloudTransportOptions { ExtraCaFile = file };
            Assert.Throws<FormatException>(() =>
                new NextcloudTransport(options, Time, NullLogger<NextcloudTransport>.Instance)
            );
        }
        finally
        {
            File.Delete(file);
        }
    }
}
