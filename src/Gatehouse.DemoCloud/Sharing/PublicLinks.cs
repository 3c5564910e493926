using System.Text;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Pages;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>
/// What whoever has a public link sees: <c>/s/{token}</c>, a page with its files, and <c>/public.php/dav/files/{token}/…</c>, which reads
/// them. It stands before the sign-in, because the password of a link is no password of somebody.
/// </summary>
internal sealed class PublicLinks(DemoCloudState state)
{
    private const string Challenge = "Basic realm=\"Nextcloud\", charset=\"UTF-8\"";

    public Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["s", var token] => PageAsync(http, token),
            ["public.php", "dav", "files", var token, .. var names] => DavAsync(http, token, names),
            _ => next(http),
        };

    private async Task PageAsync(HttpContext http, string token)
    {
        if (Find(token) is not { } link)
        {
            await http.NotFoundPageAsync();
            return;
        }

        if (!Opens(http, link))
        {
            http.Response.Headers.WWWAuthenticate = Challenge;
            await http.MessageAsync(
                401,
                "This share has a password",
                "Reload the page and give it; any user name will do."
            );
            return;
        }

        var home = state.People.Find(link.FileOwner)!;
        var file = state.Apps.Shares.FileOf(link)!;
        var root = $"{http.Request.PathBase}/public.php/dav/files/{token}";
        var files = home
            .Home.Tree.Descendants(file.Path)
            .Prepend(file)
            .Where(node => !node.IsFolder)
            .Select(node => node.Path.Rebase(file.Path, FilePath.Root))
            .Select(path =>
                path.IsRoot
                    ? KeyValuePair.Create(file.Path.Name, root)
                    : KeyValuePair.Create(path.Value, DavHref.Encode(root + path))
            );
        var model = new PublicLinkModel(http.Frame(), file.Path.Name, home.Account.DisplayName, link.Note, [.. files]);
        await http.PageAsync(StatusCodes.Status200OK, PublicLink.Create(model));
    }

    private async Task DavAsync(HttpContext http, string token, string[] names)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none';";
        var error =
            Find(token) is not { } link ? DavError.NotFound("Share not found")
            : !Opens(http, link) ? Closed(http)
            : await ReadAsync(http, link, $"{http.Request.PathBase}/public.php/dav/files/{token}", names);
        if (error is not null)
        {
            await error.WriteAsync(http.Response);
        }
    }

    private Task<DavError?> ReadAsync(HttpContext http, Share link, string root, string[] names)
    {
        var owner = state.People.Find(link.FileOwner)!;
        var file = state.Apps.Shares.FileOf(link)!.Path;
        var place = new DavPlace(
            DavPlaceKind.OwnHome,
            root,
            owner.Id,
            names.Aggregate(file, (path, name) => path.Child(name))
        )
        {
            Base = file,
        };
        var request = new DavRequest(http, owner, place, state.Instance, state.Faults, state.Apps);
        return (http.Request.Method, (link.Rights & ShareRights.Read) != 0) switch
        {
            ("GET" or "HEAD", true) => DavDownload.HandleAsync(request),
            ("PROPFIND", true) => DavPropFind.HandleAsync(request),
            _ => Task.FromResult<DavError?>(DavError.Forbidden("")),
        };
    }

    private Share? Find(string token) => state.Apps.Shares.All.FirstOrDefault(share => share.Token == token);

    private static DavError Closed(HttpContext http) =>
        DavError.Of(401, "NotAuthenticated", "") with
        {
            Authenticate = http.Request.Headers.XRequestedWith == "XMLHttpRequest" ? null : Challenge,
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
