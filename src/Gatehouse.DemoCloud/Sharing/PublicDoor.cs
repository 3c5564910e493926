using System.Text;
using Gatehouse.DemoCloud.Dav;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>WebDAV of public links, <c>/public.php/dav/files/{token}/…</c>.</summary>
internal sealed class PublicDoor(Shares shares)
{
    public void Map(IEndpointRouteBuilder routes) =>
        _ = routes.Map("/public.php/dav/files/{token}/{**rest}", HandleAsync);

    private async Task HandleAsync(HttpContext http)
    {
        var token = http.Request.RouteValues["token"] as string;
        var error =
            shares.All.FirstOrDefault(share => share.Token == token) is not { } link
                ? DavError.NotFound("Share not found")
            : !Opens(http, link) ? Closed(http)
            : DavAnswers.Unhandled(http.Request.Method);
        await error.WriteAsync(http.Response);
    }

    private static DavError Closed(HttpContext http) =>
        DavError.Of(401, "NotAuthenticated", "") with
        {
            Authenticate =
                http.Request.Headers.XRequestedWith == "XMLHttpRequest"
                    ? null
                    : "Basic realm=\"Nextcloud\", charset=\"UTF-8\"",
        };

    private static bool Opens(HttpContext http, Share link)
    {
        if (link.Password is null)
        {
            return true;
        }

        var sent = http.Request.Headers.Authorization.ToString();
        var decoded = new byte[sent.Length];
        return sent.StartsWith("Basic ", StringComparison.Ordinal)
            && Convert.TryFromBase64String(sent[6..], decoded, out var count)
            && Encoding.UTF8.GetString(decoded, 0, count).Split(':', 2) is [_, var password]
            && LinkPassword.IsRight(password, link.Password);
    }
}
