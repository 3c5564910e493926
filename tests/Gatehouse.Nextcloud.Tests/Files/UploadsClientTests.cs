using System.Globalization;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Uploads;
using Gatehouse.Testing.Recordings;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Nextcloud.Tests.Files;

public sealed class UploadsClientTests : CloudTest
{
    private const string Big = "/remote.php/dav/files/alice/Projects/big.bin";
    private const long Size = UploadsClient.ChunkBytes + 1024L;
    private static readonly FilePath big = FilePath.Parse("/Projects/big.bin");

    private UploadsClient Uploads => new(Transport);

    [Fact]
    public async Task A_large_file_goes_up_in_chunks_and_becomes_a_file_in_one_step()
    {
        var sizes = PlayUpload();
        var progress = new Heard();

        var written = await Uploads.WriteAsync(
            Alice,
            big,
            new EndlessStream(),
            Size,
            WriteCondition.NothingThere,
            progress,
            Token
        );

        Assert.Equal(["MKCOL", "PUT", "PUT", "MOVE"], Cloud.Requests.Select(r => r.Method));
        Assert.EndsWith("/00001", Cloud.Requests[1].Path, StringComparison.Ordinal);
        Assert.EndsWith("/00002", Cloud.Requests[2].Path, StringComparison.Ordinal);
        Assert.Equal([UploadsClient.ChunkBytes, 1024], sizes);
        Assert.All(Cloud.Requests, r => Assert.Equal(Big, r.Header("Destination")));
        Assert.Equal("F", Cloud.LastRequest.Header("Overwrite"));
        Assert.Equal(Size.ToString(CultureInfo.InvariantCulture), Cloud.LastRequest.Header("OC-Total-Length"));
        Assert.Equal(new FileWritten(true, ETag.Parse("e18994245730555c0f3549ba6c6720f1"), 169), written);
        Assert.Equal([UploadsClient.ChunkBytes, Size], progress.Values);
    }

    [Fact]
    public async Task A_file_is_replaced_only_as_it_was_read()
    {
        PlayUpload();

        await Uploads.WriteAsync(
            Alice,
            big,
            new EndlessStream(),
            Size,
            WriteCondition.Unchanged(ETag.Parse("abc")),
            progress: null,
            Token
        );

        Assert.Equal("T", Cloud.LastRequest.Header("Overwrite"));
        Assert.Equal($"<{Big}> ([\"abc\"])", Cloud.LastRequest.Header("If"));
        Assert.Null(Cloud.LastRequest.Header("If-Match"));
    }

    [Fact]
    public async Task What_is_small_goes_in_one_request()
    {
        Cloud.Answer("PUT", Big, 201, "text/html", "", new RecordedHeader("ETag", "\"1\""));

        await Uploads.WriteAsync(
            Alice,
            big,
            new EndlessStream(),
            5,
            WriteCondition.NothingThere,
            progress: null,
            Token
        );

        Assert.Equal("*", Assert.Single(Cloud.Requests).Header("If-None-Match"));
        Assert.Equal(5, Cloud.LastRequest.Body.Length);
    }

    [Fact]
    public async Task An_upload_that_the_cloud_does_not_take_is_removed()
    {
        PlayUpload("05-assemble-wrong-length");

        var error = await ErrorOf(() =>
            Uploads.WriteAsync(
                Alice,
                big,
                new EndlessStream(),
                Size,
                WriteCondition.NothingThere,
                progress: null,
                Token
            )
        );

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("Chunks on server do not sum up", error.Cause, StringComparison.Ordinal);
        Assert.Equal("DELETE", Cloud.LastRequest.Method);
        Assert.Equal(Cloud.Requests[0].Path, Cloud.LastRequest.Path);
    }

    [Fact]
    public async Task A_stream_that_ends_too_early_leaves_nothing_behind()
    {
        PlayUpload();
        using var half = new MemoryStream(new byte[UploadsClient.ChunkBytes + 10]);

        await Assert.ThrowsAsync<EndOfStreamException>(() =>
            Uploads.WriteAsync(Alice, big, half, Size, WriteCondition.NothingThere, progress: null, Token)
        );

        Assert.Equal(["MKCOL", "PUT", "DELETE"], Cloud.Requests.Select(r => r.Method));
    }

    /// <summary>The name of an upload is random, so the answers are planned when its MKCOL is known: by the order of the requests.</summary>
    private List<int> PlayUpload(string assemble = "06-assemble")
    {
        List<int> sizes = [];
        var last = Recording.Load("chunked-upload", assemble).Response;
        Cloud.AnswerOthers(async context =>
        {
            if (context.Request.Method == "PUT")
            {
                lock (sizes)
                    sizes.Add((int)context.Request.ContentLength!.Value);
            }

            context.Response.StatusCode = context.Request.Method switch
            {
                "MOVE" => last.Status,
                "DELETE" => StatusCodes.Status204NoContent,
                _ => StatusCodes.Status201Created,
            };
            if (context.Request.Method != "MOVE")
                return;

            foreach (
                var header in last.Headers.Where(h => h.Name is "ETag" or "OC-ETag" or "OC-FileId" or "Content-Type")
            )
                context.Response.Headers.Append(header.Name, header.Value);
            await context.Response.Body.WriteAsync(last.Body.AsMemory(), context.RequestAborted);
        });
        return sizes;
    }

    /// <summary>Zeros without end, of which none is kept.</summary>
    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Clear(buffer, offset, count);
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class Heard : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }
}
