using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>An answer that was read to its end.</summary>
internal sealed record CloudAnswer(
    HttpStatusCode Status,
    HttpResponseHeaders Headers,
    HttpContentHeaders ContentHeaders,
    byte[] Body
)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public string MediaType => ContentHeaders.ContentType?.MediaType?.ToLowerInvariant() ?? "";

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The first value of a header of the answer or its body.</summary>
    public string? Header(string name) => HeaderOf(Headers, name) ?? HeaderOf(ContentHeaders, name);

    private static string? HeaderOf(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString().Split('\n')[0] : null;
}
