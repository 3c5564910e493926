using Gatehouse.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>
/// A POST of a page must come from a page of ours. Browsers say so in <c>Origin</c> and <c>Sec-Fetch-Site</c>; what says neither is no browser
/// that a foreign page could misuse, and the cookie is <c>SameSite=Lax</c> beside it.
/// </summary>
internal sealed class OwnPageRule(Deployment deployment)
{
    public bool Allows(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return (origin.Length == 0 || origin == deployment.Issuer.Value) && site is "" or "same-origin" or "none";
    }
}
