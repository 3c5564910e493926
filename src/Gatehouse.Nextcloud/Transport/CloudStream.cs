using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>An answer whose body has not been read yet.</summary>
internal sealed class CloudStream(
    CloudAddress cloud,
    CloudRequest request,
    HttpResponseMessage response,
    Deadline deadline
) : IAsyncDisposable
{
    public HttpResponseMessage Response { get; } = response;

    /// <summary>Opens the body; reading it ends with the time the call may take.</summary>
    public async Task<Stream> OpenBodyAsync() =>
        new TransferStream(await Response.Content.ReadAsStreamAsync(deadline.Token), cloud, request, deadline);

    /// <summary>Reads the body; what may end it, the caller too, is in the deadline.</summary>
    public async Task<CloudAnswer> ReadToEndAsync(int maxBytes)
    {
        await using var body = await OpenBodyAsync();
        var bytes = await BoundedReader.ReadAsync(body, Announced, maxBytes, CancellationToken.None);
        return bytes is not null
            ? new CloudAnswer(Response.StatusCode, Response.Headers, Response.Content.Headers, bytes)
            : throw new NextcloudException(TransportErrors.TooLarge(request, maxBytes));
    }

    /// <summary>RFC 9112 §6.3: a length beside the chunks they come in means nothing.</summary>
    private long? Announced =>
        Response.Headers.TransferEncodingChunked is true ? null : Response.Content.Headers.ContentLength;

    public ValueTask DisposeAsync()
    {
        Response.Dispose();
        deadline.Dispose();
        return ValueTask.CompletedTask;
    }
}
