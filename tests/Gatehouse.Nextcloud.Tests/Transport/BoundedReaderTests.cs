using System.Security.Cryptography;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tests.Transport;

public sealed class BoundedReaderTests
{
    private const int Most = 100_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    [InlineData(16 * 1024)]
    [InlineData(Most)]
    public async Task A_body_is_read_whole_whether_its_length_was_announced_or_not(int length)
    {
        var body = RandomNumberGenerator.GetBytes(length);

        Assert.Equal(body, await BodyAsync(body, announced: length));
        Assert.Equal(body, await BodyAsync(body, announced: null));
    }

    [Fact]
    public async Task More_than_the_bound_is_nothing()
    {
        var body = new byte[Most + 1];

        Assert.Null(await BodyAsync(body, announced: body.Length));
        Assert.Null(await BodyAsync(body, announced: null));
    }

    [Fact]
    public async Task Less_than_announced_is_what_came() =>
        Assert.Equal(new byte[10], await BodyAsync(new byte[10], announced: 20));

    private static async Task<byte[]?> BodyAsync(byte[] body, long? announced)
    {
        await using var stream = new Drops(body);
        return await BoundedReader.ReadAsync(stream, announced, Most, TestContext.Current.CancellationToken);
    }

    /// <summary>A network gives what has come so far.</summary>
    private sealed class Drops(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 999)], cancellationToken);
    }
}
