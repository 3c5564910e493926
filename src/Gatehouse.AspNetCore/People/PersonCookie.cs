using Gatehouse.AspNetCore.Hosting;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.People;

/// <summary>
/// The cookie of a person's session at our own pages; it ends with the browser. <c>__Host-</c> on https, so that no neighbouring host can plant
/// one; a plain name on http loopback, where that prefix cannot be used.
/// </summary>
internal sealed class PersonCookie(Deployment deployment)
{
    private readonly string name = deployment.Issuer.IsHttp ? "gatehouse-person" : "__Host-gatehouse-person";

    /// <summary>The hash of this browser's cookie; null when it sent none.</summary>
    public TokenHash? Read(HttpRequest request) =>
        request.Cookies[name] is { Length: 43 } value ? TokenHash.Of(value) : null;

    public void Set(HttpResponse response, string value) => response.Cookies.Append(name, value, Options());

    public void Delete(HttpResponse response) => response.Cookies.Delete(name, Options());

    private CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = !deployment.Issuer.IsHttp,
        };
}
