using System.Text;

namespace Gatehouse.Nextcloud.Tools.Tests.Errors;

/// <summary>
/// Lets a text say an escape of JSON itself, as <c>\ud83d</c>: a client in another language sends half of a surrogate pair that way, and the one
/// of these tests could not write it.
/// </summary>
internal sealed class EscapingWire() : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.Content is { } content)
        {
            var json = await content.ReadAsStringAsync(cancellationToken);
            json = json.Replace(@"\\u", @"\u", StringComparison.Ordinal);
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
