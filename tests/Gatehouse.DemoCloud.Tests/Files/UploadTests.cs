using System.Net;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Files;

public sealed class UploadTests : DemoCloudTest
{
    private const string File = "/remote.php/dav/files/alice/big.txt";
    private const string Upload = "/remote.php/dav/uploads/alice/one";
    private const string Whole = Upload + "/.file";

    private protected override DemoCloudOptions Options() => new() { SampleData = false };

    [Fact]
    public async Task Chunks_are_put_together_in_the_order_of_their_names()
    {
        await SendAsync("MKCOL", Upload);
        await SendAsync("PUT", Upload + "/00002", "world");
        await SendAsync("PUT", Upload + "/00001", "hello ");

        using var moved = await Alice.SendAsync("MOVE", Whole, null, ("Destination", File));

        Assert.Equal(HttpStatusCode.Created, moved.StatusCode);
        Assert.Equal("hello world", await ReadAsync(File));
        using var gone = await Alice.SendAsync("PROPFIND", Upload);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_chunk_sent_again_replaces_the_first()
    {
        await SendAsync("MKCOL", Upload);
        await SendAsync("PUT", Upload + "/00001", "half of");
        await SendAsync("PUT", Upload + "/00001", "whole");

        using var moved = await Alice.SendAsync("MOVE", Whole, null, ("Destination", File), ("OC-Total-Length", "5"));

        Assert.Equal(HttpStatusCode.Created, moved.StatusCode);
        Assert.Equal("whole", await ReadAsync(File));
    }

    [Fact]
    public async Task Over_a_file_that_is_as_it_was_read_the_old_one_becomes_a_version()
    {
        var etag = await PutAsync("old");
        await ChunkAsync("new");

        using var moved = await Alice.SendAsync(
            "MOVE",
            Whole,
            null,
            ("Destination", File),
            ("If", $"<{File}> ([{etag}])")
        );

        Assert.Equal(HttpStatusCode.NoContent, moved.StatusCode);
        Assert.Equal("new", await ReadAsync(File));
    }

    [Theory]
    [InlineData("If", "<" + File + "> ([\"stale\"])")]
    [InlineData("Overwrite", "F")]
    // It speaks of the source, which has an ETag of its own.
    [InlineData("If-Match", "ETAG")]
    public async Task Over_a_file_that_may_not_be_overwritten_nothing_is_written_and_the_chunks_stay(
        string header,
        string value
    )
    {
        var etag = await PutAsync("old");
        await ChunkAsync("new");

        using var refused = await Alice.SendAsync(
            "MOVE",
            Whole,
            null,
            ("Destination", File),
            (header, value.Replace("ETAG", etag, StringComparison.Ordinal))
        );

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal("old", await ReadAsync(File));
        using var kept = await Alice.SendAsync("PROPFIND", Upload);
        Assert.Equal(HttpStatusCode.MultiStatus, kept.StatusCode);
    }

    [Theory]
    [InlineData("/remote.php/dav/files/alice/none/big.txt", 409)]
    [InlineData("/remote.php/dav/files/bob/big.txt", 403)]
    [InlineData("/remote.php/dav/uploads/alice/two", 403)]
    [InlineData("https://elsewhere.example.com/remote.php/dav/files/alice/big.txt", 201)]
    public async Task Chunks_become_a_file_only_in_a_folder_of_their_owner(string destination, int status)
    {
        await ChunkAsync("new");

        using var moved = await Alice.SendAsync("MOVE", Whole, null, ("Destination", destination));

        Assert.Equal(status, (int)moved.StatusCode);
    }

    [Fact]
    public async Task What_was_given_up_is_gone_with_its_chunks()
    {
        await ChunkAsync("new");
        await SendAsync("DELETE", Upload);

        using var late = await Alice.SendAsync("PUT", Upload + "/00002", new StringContent("late"));
        using var moved = await Alice.SendAsync("MOVE", Whole, null, ("Destination", File));

        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, moved.StatusCode);
    }

    [Theory]
    [InlineData(31, HttpStatusCode.Created)]
    [InlineData(1, HttpStatusCode.Forbidden)]
    public async Task Into_a_folder_of_another_chunks_go_as_far_as_its_share_allows(
        int permissions,
        HttpStatusCode status
    )
    {
        await Bob.TextAsync("MKCOL", "/remote.php/dav/files/bob/Plans");
        _ = await Bob.JsonAsync(
            "POST",
            "/ocs/v2.php/apps/files_sharing/api/v1/shares?format=json",
            CloudClient.Json($$"""{"path":"/Plans","shareType":0,"shareWith":"alice","permissions":{{permissions}}}""")
        );
        await ChunkAsync("new");

        using var moved = await Alice.SendAsync(
            "MOVE",
            Whole,
            null,
            ("Destination", "/remote.php/dav/files/alice/Plans/big.txt")
        );

        Assert.Equal(status, moved.StatusCode);
        var there = await Bob.NamesAsync("/remote.php/dav/files/bob/Plans");
        Assert.Equal(status == HttpStatusCode.Created ? ["big.txt"] : [], there);
    }

    private async Task ChunkAsync(string text)
    {
        await SendAsync("MKCOL", Upload);
        await SendAsync("PUT", Upload + "/00001", text);
    }

    private async Task<string> PutAsync(string text)
    {
        using var made = await Alice.SendAsync("PUT", File, new StringContent(text));
        return made.Headers.ETag!.ToString();
    }

    private async Task SendAsync(string method, string path, string? text = null)
    {
        using var response = await Alice.SendAsync(method, path, text is null ? null : new StringContent(text));
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {response.StatusCode}");
    }

    private async Task<string> ReadAsync(string path)
    {
        using var response = await Alice.SendAsync("GET", path);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
