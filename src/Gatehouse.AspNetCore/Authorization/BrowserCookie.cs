using Gatehouse.AspNetCore.Hosting;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>
/// Binds a sign-in to the browser it began in: an attacker's link, opened by somebody else, leads nowhere.
/// <c>__Host-</c> on https, so that no neighbouring host can plant it; a plain name on http loopback, where that prefix cannot be used.
/// </summary>
internal sealed class BrowserCookie(Deployment deployment)
{
    private readonly string name = deployment.Issuer.IsHttp ? "gatehouse-browser" : "__Host-gatehouse-browser";

    /// <summary>The hash of this browser's cookie; null when it sent none.</summary>
    public TokenHash? Read(HttpRequest request) =>
        request.Cookies[name] is { Length: 43 } value ? TokenHash.Of(value) : null;

    /// <summary>The hash of this browser's cookie, which is set when it has none.</summary>
    public TokenHash ReadOrSet(HttpContext context)
    {
        if (Read(context.Request) is { } known)
        {
            return known;
        }

        var value = AuthorizationCode.New().Reveal();
        context.Response.Cookies.Append(
            name,
            value,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = !deployment.Issuer.IsHttp,
            }
        );
        return TokenHash.Of(value);
    }
}
