using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Files;

/// <summary>A file on its way. Dispose it; reading throws <see cref="Errors.NextcloudException"/> when the connection breaks.</summary>
public sealed class FileDownload : IAsyncDisposable
{
    private readonly CloudStream stream;

    internal FileDownload(CloudStream stream, Stream content, string contentType, long? length, ETag etag)
    {
        this.stream = stream;
        Content = content;
        ContentType = contentType;
        Length = length;
        ETag = etag;
    }

    /// <summary>The bytes, readable once, asynchronously.</summary>
    public Stream Content { get; }

    /// <summary>The media type, without parameters.</summary>
    public string ContentType { get; }

    /// <summary>The length; null when the cloud did not say.</summary>
    public long? Length { get; }

    /// <summary>What a conditional write must carry.</summary>
    public ETag ETag { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        await stream.DisposeAsync();
    }
}
