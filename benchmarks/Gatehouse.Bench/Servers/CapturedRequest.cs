using System.Net.Http.Headers;

namespace Gatehouse.Bench.Servers;

/// <summary>A request a tool sent to the cloud, to be sent again without the tool.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Its headers, the credential included.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Body">Null for none.</param>
internal sealed record CapturedRequest(
    string Method,
    string Path,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    string? ContentType,
    byte[]? Body
)
{
    public static CapturedRequest Of(HttpRequestMessage request) =>
        new(
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            [.. request.Headers.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)))],
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? null : BytesOf(request.Content)
        );

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Path);
        foreach (var (name, value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.ContentType = ContentType is null ? null : MediaTypeHeaderValue.Parse(ContentType);
        }

        return message;
    }

    // In memory already: the request was not sent yet.
    private static byte[] BytesOf(HttpContent content)
    {
        using var bytes = new MemoryStream();
        content.CopyTo(bytes, context: null, CancellationToken.None);
        return bytes.ToArray();
    }
}
