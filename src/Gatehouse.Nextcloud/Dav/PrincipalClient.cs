using System.Xml.Linq;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>Asks WebDAV who it takes somebody for.</summary>
public sealed class PrincipalClient(NextcloudTransport transport)
{
    private static readonly XName currentUserPrincipal = DavXml.Dav + "current-user-principal";
    private static readonly DavProperties asked = new(currentUserPrincipal);

    /// <summary>PROPFIND <c>/remote.php/dav/</c> for <c>current-user-principal</c> (RFC 5397).</summary>
    /// <exception cref="NextcloudException">The call failed.</exception>
    public async Task<DavPrincipal> DiscoverAsync(NextcloudLogin login, CancellationToken cancellationToken)
    {
        var request = DavCall.PropFind("/remote.php/dav/", "Asking for the DAV principal", depth: 0, asked) with
        {
            IsIdentityCall = true,
        };
        var answer = await transport.CallAsync(login, request, cancellationToken);
        var href = DavMultistatus
            .Read(request, answer)
            .SelectMany(r => r.Elements(currentUserPrincipal))
            .FirstOrDefault(e => e.Is(DavXml.Dav + "href"))
            ?.Text;
        return DavPrincipal.TryParse(href, out var principal)
            ? principal
            : throw new NextcloudException(ErrorReader.Unexpected(request, "The answer names no user principal."));
    }
}
